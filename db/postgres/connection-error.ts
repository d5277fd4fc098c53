import pg from 'pg'

/** Code of an error that the connection to PostgreSQL caused, not a statement. */
export const POSTGRES_UNAVAILABLE = 'POSTGRES_UNAVAILABLE'

/** Code of a lost connection after which PostgreSQL did not tell whether it had committed. */
export const COMMIT_UNKNOWN = 'COMMIT_UNKNOWN'

/** PostgreSQL's own error, also as a cause of `error`; null for other errors. */
export function databaseErrorOf(error: unknown): pg.DatabaseError | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause)
		if (cause instanceof pg.DatabaseError) return cause
	return null
}

/** The error, with the code of a lost connection unless it is PostgreSQL's: codes of sockets mean other services too. */
export function connectionError(error: unknown): unknown {
	if (error instanceof pg.DatabaseError) return error
	return Object.assign(error as Error, { code: POSTGRES_UNAVAILABLE })
}

/** Whether an error is PostgreSQL's answer to a statement, such as a violated constraint, and not the connection's end. */
export function isAnswer(error: unknown): boolean {
	const found = databaseErrorOf(error)
	return found !== null && found.severity !== 'FATAL' && found.severity !== 'PANIC'
}
