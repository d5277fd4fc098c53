import type { DatabaseError } from 'pg'
import { pg } from './driver'

/** Code of an error that the connection to PostgreSQL caused, not a statement. */
export const POSTGRES_UNAVAILABLE = 'POSTGRES_UNAVAILABLE'

/** PostgreSQL's own error, also as a cause of `error`; null for other errors. */
export function databaseErrorOf(error: unknown): DatabaseError | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause)
		if (cause instanceof pg.DatabaseError) return cause
	return null
}

/** The error, with the code of a lost connection unless it is PostgreSQL's: codes of sockets mean other services too. */
export function connectionError(error: unknown): unknown {
	if (error instanceof pg.DatabaseError) return error
	return Object.assign(error as Error, { code: POSTGRES_UNAVAILABLE })
}
