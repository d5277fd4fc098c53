/** Code of an error that the connection to PostgreSQL caused, not a statement. */
export const POSTGRES_UNAVAILABLE = 'POSTGRES_UNAVAILABLE'

/** Codes of PostgreSQL: five characters of the SQL standard. */
const SQLSTATE = /^[0-9A-Z]{5}$/

/** The error, with the code of a lost connection if it has none of PostgreSQL's: those of sockets mean other services too. */
export function connectionError(error: unknown): unknown {
	const { code } = error as { code?: string }
	if (code && SQLSTATE.test(code)) return error
	return Object.assign(error as Error, { code: POSTGRES_UNAVAILABLE })
}
