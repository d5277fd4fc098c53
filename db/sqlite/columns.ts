import { integer as sqliteInteger, text as sqliteText } from 'drizzle-orm/sqlite-core'
import { storableJson } from '@/lib/storable-text'

export {
	type AnySQLiteColumn as AnyColumn,
	check,
	index,
	primaryKey,
	sqliteTable as table,
	uniqueIndex,
} from 'drizzle-orm/sqlite-core'

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
export const json = <T>() => {
	const column = sqliteText({ mode: 'json' }).$type<T>()
	const builder = column as unknown as { build: (table: unknown) => object }
	const build = builder.build.bind(column)
	// JSON's escapes would keep characters that text columns replace, and that React's hydration does not match.
	builder.build = (table) => Object.assign(build(table), { mapToDriverValue: storableJson })
	return column
}
export const enumText = <const T extends readonly [string, ...string[]]>(values: T) =>
	sqliteText({ enum: values })
