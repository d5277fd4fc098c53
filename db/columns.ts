import { integer, text } from 'drizzle-orm/sqlite-core'

/** The column kinds of every table: the one file in which a type of SQLite's is named. */
export const id = () => integer().primaryKey({ autoIncrement: true })
export const reference = () => integer()
export const words = () => text()
export const number = () => integer()
export const flag = () => integer({ mode: 'boolean' })
export const instant = () => integer({ mode: 'timestamp_ms' })
export const now = () =>
	instant()
		.notNull()
		.$defaultFn(() => new Date())
export const json = <T>() => text({ mode: 'json' }).$type<T>()
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => text({ enum: values })
