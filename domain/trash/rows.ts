import { and, type Column, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db'
import { trashedRows } from '@/db/schema'
import { audit } from '../audit'
import type { Viewer } from '../permissions'

/** Kinds of rows that share `trashed_rows`; stories have columns of their own. */
export const TRASH_KINDS = ['photo', 'ad', 'section', 'tag', 'person'] as const
export type TrashKind = (typeof TRASH_KINDS)[number]

/** Condition: the row is neither in the trash nor deleted for ever. */
export const isKept = (kind: TrashKind, id: Column | SQL): SQL =>
	sql`not exists (select 1 from ${trashedRows} as trashed where trashed.kind = ${kind} and trashed.row_id = cast(${id} as text))`

export const isRow = (kind: TrashKind, rowId: number | string): SQL | undefined =>
	and(eq(trashedRows.kind, kind), eq(trashedRows.rowId, String(rowId)))

/** The entry of a row that can be restored. */
export async function findTrashed(on: Queryable, kind: TrashKind, rowId: number | string) {
	const [row] = await on
		.select()
		.from(trashedRows)
		.where(and(isRow(kind, rowId), isNull(trashedRows.emptiedAt)))
	return row
}

/** Takes a row out of the trash, if it is there. */
export async function takeOut(
	tx: Tx,
	viewer: Viewer,
	kind: TrashKind,
	rowId: number | string,
): Promise<boolean> {
	if (!(await findTrashed(tx, kind, rowId))) return false
	await tx.delete(trashedRows).where(isRow(kind, rowId))
	await audit(tx, viewer, 'restore from trash', `${kind}:${rowId}`)
	return true
}

/** Excludes removals until the transaction ends: called before a text becomes public. */
export const lockTrash = (tx: Tx): Promise<void> => tx.lock('trash', '')
