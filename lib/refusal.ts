/** Why something a person asked for was not done. The message is for that person, in plain words. */
export type RefusalCode =
	| 'invalid'
	| 'not-found'
	| 'gone'
	| 'unauthenticated'
	| 'forbidden'
	| 'conflict'
	| 'rate-limited'
	/** The storage is locked, out of space or failing: nothing is wrong with what was asked. */
	| 'busy'
	| 'full'
	| 'unavailable'
	/** A fault of ours. */
	| 'fault'

export class Refusal extends Error {
	constructor(
		readonly code: RefusalCode,
		message: string,
		/** The form field to look at again, if there is one. */
		readonly field?: string,
		/** Seconds after which it may be asked again, if that is known. */
		readonly retryAfter?: number,
	) {
		super(message)
		this.name = 'Refusal'
	}
}

/** The module graphs of pages and server each have their own class, so the name is what counts. */
export const isRefusal = (error: unknown): error is Refusal =>
	error instanceof Error && error.name === 'Refusal'
