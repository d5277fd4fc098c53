import { customType, integer as sqliteInteger, text as sqliteText } from 'drizzle-orm/sqlite-core'
import { storableJson } from '@/lib/storable-text'

export {
	type AnySQLiteColumn as AnyColumn,
	check,
	index,
	primaryKey,
	sqliteTable as table,
	uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/** JSON without the escapes of characters that no text column stores, and that React's hydration does not match. */
const jsonText = customType<{ data: unknown; driverData: string }>({
	dataType: () => 'text',
	toDriver: storableJson,
	fromDriver: (value) => JSON.parse(value),
})

/** Column helpers of all tables; SQLite's column types are named in this file only. */
export const id = () => sqliteInteger().primaryKey({ autoIncrement: true })
export const foreignId = () => sqliteInteger()
export const text = () => sqliteText()
export const integer = () => sqliteInteger()
export const bool = () => sqliteInteger({ mode: 'boolean' })
export const timestamp = () => sqliteInteger({ mode: 'timestamp_ms' })
export const createdAt = () =>
	timestamp()
		.notNull()
		.$defaultFn(() => new Date())
export const json = <T>() => jsonText().$type<T>()
export const enumText = <const T extends readonly [string, ...string[]]>(values: T) =>
	sqliteText({ enum: values })
