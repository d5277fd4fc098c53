import type { DatabaseError } from 'pg'
import { pg } from './driver'

/** Code of an error that the connection to PostgreSQL caused, not a statement. */
export const POSTGRES_UNAVAILABLE = 'POSTGRES_UNAVAILABLE'

/** Code of a lost connection after which PostgreSQL did not tell whether it had committed. */
export const COMMIT_UNKNOWN = 'COMMIT_UNKNOWN'

/** PostgreSQL's own error, also as a cause of `error`; null for other errors. */
export function databaseErrorOf(error: unknown): DatabaseError | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause)
		if (cause instanceof pg.DatabaseError) return cause
	return null
}

/** The error, with the code of a lost connection unless it is PostgreSQL's: codes of sockets mean other services too. */
export function connectionError(error: unknown): unknown {
	if (error instanceof pg.DatabaseError) return withoutValues(error)
	return Object.assign(error as Error, { code: POSTGRES_UNAVAILABLE })
}

/** Whether an error is PostgreSQL's answer to a statement, such as a violated constraint, and not the connection's end. */
export function isAnswer(error: unknown): boolean {
	const found = databaseErrorOf(error)
	return found !== null && found.severity !== 'FATAL' && found.severity !== 'PANIC'
}

/** Errors are logged, and a violation's detail holds the values of the row; only the names of its key are left. */
function withoutValues(error: DatabaseError): DatabaseError {
	if (error.detail) error.detail = /^Key \([^)]*\)/.exec(error.detail)?.[0]
	return error
}
