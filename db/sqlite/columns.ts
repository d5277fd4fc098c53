import { integer as sqliteInteger, text as sqliteText } from 'drizzle-orm/sqlite-core'

/** The column kinds of every table: the one file in which a type of SQLite's is named. */
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
export const json = <T>() => sqliteText({ mode: 'json' }).$type<T>()
export const enumText = <const T extends readonly [string, ...string[]]>(values: T) =>
	sqliteText({ enum: values })
