import { usesPostgres } from '../dialect'

/** The driver, and Drizzle's constructor on it. Loaded with `DATABASE_URL` only: a site on SQLite needs neither. */
export const pg = (usesPostgres ? (await import('pg')).default : undefined) as typeof import('pg').default
export const { drizzle } = (
	usesPostgres ? await import('drizzle-orm/node-postgres') : {}
) as typeof import('drizzle-orm/node-postgres')

/** Type ids of `bigint` and `numeric`, the types of counts and sums, which are below 2^53 here. */
const NUMERIC_TYPES = [20, 1700]

for (const type of NUMERIC_TYPES) pg?.types.setTypeParser(type, Number)
