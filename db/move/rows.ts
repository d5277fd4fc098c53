import { createHash } from 'node:crypto'

/** A value as text: an integer in decimals, a truth value as 0 or 1. */
export type Value = string | null
export type Row = Value[]

export type ColumnType = 'bigint' | 'boolean' | 'text'
/** A table that both databases have; columns by name, since older SQLite files have them in another order. */
export type MovedTable = {
	name: string
	columns: { name: string; type: ColumnType }[]
	/** Columns of the primary key, by which rows are read. */
	key: string[]
	/** Column of numbers that the database generates; null without one. */
	numbered: string | null
}

/** Tables that are not copied: the search index, made from the stories, and what servers on one database share. */
export const NOT_MOVED = [
	...['search_published', 'search_drafts', 'search_words'],
	...['changes', 'instances', 'shared_values'],
]

/** A text that PostgreSQL cannot store: U+0000, or bytes that are not UTF-8, such as lone surrogates. */
export type UnstorableText = { table: string; key: string; column: string; found: 'U+0000' | 'not UTF-8' }

/** Rows read or written at once are limited in number and in characters, and so in memory. */
export const BATCH_ROWS_MAX = 2_000
export const BATCH_LENGTH_MAX = 4_000_000

/** A database in a snapshot: what is read does not change by writes of others. */
export type Snapshot = {
	/** All rows in order of the primary key, in batches. */
	rows: (table: MovedTable) => AsyncIterable<Row[]>
	/** The greatest id that a table ever numbered. */
	lastNumber: (table: MovedTable) => Promise<bigint>
	close: () => Promise<void>
}

/** A new database; its rows are written, and compared before other connections see them. */
export type Target = {
	insert: (table: MovedTable, rows: readonly Row[]) => Promise<void>
	/** Sets the number after which the table numbers its next rows. */
	setLastNumber: (table: MovedTable, number: bigint) => Promise<void>
	/** Checks the references of all rows. @throws Error for one to a missing row */
	finish: () => Promise<void>
	/** The rows as written, before the commit. */
	written: () => Snapshot
	commit: () => Promise<void>
	/** Leaves the database as it was before. */
	abort: () => Promise<void>
}

export type TableContent = { name: string; rows: number; hash: string; lastNumber: string }

export type OnProgress = (step: 'read' | 'copied' | 'verified', table: string, rows: number) => void

/** The rows, their hash and the last number of each table. Both databases give equal ones for equal rows. */
export async function contentOf(
	snapshot: Snapshot,
	tables: readonly MovedTable[],
	onTable: (name: string, rows: number) => void = () => {},
): Promise<TableContent[]> {
	const contents: TableContent[] = []
	for (const table of tables) {
		const hash = createHash('sha256')
		let rows = 0
		for await (const batch of snapshot.rows(table)) {
			for (const row of batch) hash.update(encoded(row))
			rows += batch.length
		}
		const lastNumber = String(await snapshot.lastNumber(table))
		contents.push({ name: table.name, rows, hash: hash.digest('hex'), lastNumber })
		onTable(table.name, rows)
	}
	return contents
}

/** Each value with its length, so that different rows never have the same encoding. */
const encoded = (row: Row): string =>
	`${row.map((value) => (value === null ? '-' : `${value.length}:${value}`)).join(',')}\n`

/** The names of tables with different contents. */
export const differences = (one: readonly TableContent[], other: readonly TableContent[]): string[] => {
	const found = new Map(other.map((content) => [content.name, JSON.stringify(content)]))
	return one.filter((content) => found.get(content.name) !== JSON.stringify(content)).map(({ name }) => name)
}

export const lengthOf = (row: Row): number => row.reduce((sum, value) => sum + (value?.length ?? 0), 0)
