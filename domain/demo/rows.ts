import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Queryable, readDb, type Tx } from '@/db'
import { demoRows } from '@/db/schema'

/** Kinds of rows that the loader of the demo edition makes. */
export const DEMO_KINDS = [
	'ad',
	'article',
	'comment',
	'person',
	'photo',
	'reader',
	'revision',
	'section',
	'tag',
] as const
export type DemoKind = (typeof DEMO_KINDS)[number]

/** Besides the kinds of rows: `edition`, which records that the demo edition was removed. */
type RowKind = DemoKind | 'edition'

/** Rows in one insert; each has two parameters, and SQLite allows 32,766. */
const INSERT_ROWS = 1_000

export async function recordDemoRows(
	tx: Tx,
	kind: RowKind,
	ids: readonly (number | string)[],
): Promise<void> {
	for (let start = 0; start < ids.length; start += INSERT_ROWS) {
		const rows = ids.slice(start, start + INSERT_ROWS).map((id) => ({ kind, rowId: String(id) }))
		await tx.insert(demoRows).values(rows).onConflictDoNothing()
	}
}

export async function forgetDemoRow(tx: Tx, kind: RowKind, id: number | string): Promise<void> {
	await tx.delete(demoRows).where(and(eq(demoRows.kind, kind), eq(demoRows.rowId, String(id))))
}

export async function listDemoIds(on: Queryable, kind: RowKind): Promise<string[]> {
	const rows = await on.select({ id: demoRows.rowId }).from(demoRows).where(eq(demoRows.kind, kind))
	return rows.map(({ id }) => id)
}

export const listDemoNumbers = async (on: Queryable, kind: DemoKind): Promise<number[]> =>
	(await listDemoIds(on, kind)).map(Number)

/** Condition: the id is that of a row of the demo edition. */
export const isOfDemo = (kind: DemoKind, id: unknown): SQL<boolean> =>
	sql`exists (select 1 from ${demoRows} as demo where demo.kind = ${kind} and demo.row_id = cast(${id} as text))`

/** Whether the demo edition, or a part of it, is in the database. */
export async function hasDemo(): Promise<boolean> {
	const [row] = await readDb()
		.select({ id: demoRows.rowId })
		.from(demoRows)
		.where(inArray(demoRows.kind, [...DEMO_KINDS]))
		.limit(1)
	return row !== undefined
}

/** Whether the database has any record of a demo edition, also of a removed one. */
export async function isDemoRecorded(): Promise<boolean> {
	const [row] = await readDb().select({ id: demoRows.rowId }).from(demoRows).limit(1)
	return row !== undefined
}
