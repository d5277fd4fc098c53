/** Kind of a refusal: an error for a person's mistake or a failure, with a message for that person. */
export type RefusalCode =
	| 'invalid'
	| 'not-found'
	| 'gone'
	| 'unauthenticated'
	| 'forbidden'
	/** The action needs a recent password, passkey or code entry. */
	| 'unconfirmed'
	| 'conflict'
	| 'rate-limited'
	/** Storage failures, not mistakes in the request: locked, out of space or failing. */
	| 'busy'
	| 'full'
	| 'unavailable'
	/** The database was lost while it committed: the write may be stored or not. */
	| 'unknown'
	/** An unexpected error of the server. */
	| 'fault'

export class Refusal extends Error {
	constructor(
		readonly code: RefusalCode,
		message: string,
		/** Name of the invalid form field, if any. */
		readonly field?: string,
		/** Value of `Retry-After` in seconds, if known. */
		readonly retryAfter?: number,
	) {
		super(message)
		this.name = 'Refusal'
	}
}

/** Compares by name, because the bundles of pages and server each contain the class. */
export const isRefusal = (error: unknown): error is Refusal =>
	error instanceof Error && error.name === 'Refusal'
