import { sql } from 'drizzle-orm'
import { bigint, customType, boolean as pgBoolean } from 'drizzle-orm/pg-core'
import { storableJson } from '@/lib/storable-text'

export { check, index, pgTable as table, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'

/** Text that sorts and compares by its bytes, as in SQLite: cursors and slugs mean the same in both. */
const BYTEWISE_TEXT = 'text collate "C"'

const bytewiseText = customType<{ data: string; driverData: string }>({ dataType: () => BYTEWISE_TEXT })

/** Milliseconds since 1970, as in SQLite: no zone, the same cursors, and a lossless move. */
const milliseconds = customType<{ data: Date; driverData: number }>({
	dataType: () => 'bigint',
	toDriver: (date) => date.getTime(),
	fromDriver: (value) => new Date(Number(value)),
})

/** JSON as the text that was written, since `jsonb` would reorder keys. */
const jsonText = customType<{ data: unknown; driverData: string }>({
	dataType: () => BYTEWISE_TEXT,
	toDriver: storableJson,
	fromDriver: (value) => JSON.parse(value),
})

/** Column helpers of all tables, each as its namesake of SQLite. */
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity()
export const foreignId = () => bigint({ mode: 'number' })
export const text = () => bytewiseText()
export const integer = () => bigint({ mode: 'number' })
export const bool = () => pgBoolean()
export const timestamp = () => {
	const column = milliseconds()
	// As a timestamp of SQLite says of itself.
	;(column as unknown as { config: { dataType: string } }).config.dataType = 'date'
	return column
}
export const createdAt = () =>
	timestamp()
		.notNull()
		.$defaultFn(() => new Date())
export const json = () => {
	const column = jsonText()
	const setDefault = column.default.bind(column)
	// As an expression, since drizzle-kit writes the defaults of custom types unquoted.
	column.default = (value) => setDefault(sql.raw(`'${JSON.stringify(value).replaceAll("'", "''")}'`))
	return column
}
export const enumText = (_values: readonly string[]) => bytewiseText()
