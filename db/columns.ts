import { usesPostgres } from './dialect'
import * as postgres from './postgres/columns'
import * as sqlite from './sqlite/columns'

export type { AnyColumn } from './sqlite/columns'

/** Column helpers of all tables. They have SQLite's types in both databases, which differ inside Drizzle only. */
const helpers: Omit<typeof sqlite, 'AnyColumn'> = usesPostgres
	? (postgres as unknown as typeof sqlite)
	: sqlite

export const {
	bool,
	check,
	createdAt,
	enumText,
	foreignId,
	id,
	index,
	integer,
	json,
	primaryKey,
	table,
	text,
	timestamp,
	uniqueIndex,
} = helpers
