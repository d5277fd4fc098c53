import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { readDb } from './connection'

export { migrate as makeDatabase } from './migrate'
export { traceWrites } from './trace-writes'

/** Deletes nothing: the database is a file of the test's data folder. */
export async function dropDatabase(): Promise<void> {}

/** The rows of a query in SQL that both databases read. */
export const queryRows = async <Row>(text: string): Promise<Row[]> =>
	readDb().$client.prepare(text).all() as Row[]

/** Rows with a reference to a missing row. */
export const brokenReferences = (): Promise<unknown[]> => queryRows('select * from pragma_foreign_key_check')

/** Name, columns and foreign keys of a table of the schema. */
export const tableConfig = (table: SQLiteTable) => {
	const { name, columns, foreignKeys } = getTableConfig(table)
	return { name, columns, foreignKeys }
}
