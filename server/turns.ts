/** Writers let in where nobody reads meanwhile: the more share a commit, the fewer commits there are. */
const AMONG_THEMSELVES = 16
/** … and beside readers, who then wait for half a millisecond and no more. */
const BESIDE_READERS = 2

/**
 * Lets a crowd of writers in by turns, so that whoever only reads is served between them: without it the
 * process would first do all that has arrived, and a reader wait for hundreds of votes.
 */
export class Turns {
	readonly #waiting: (() => void)[] = []
	readonly #served: () => number
	#servedBefore = 0
	#running = false

	/** @param served how many readers have been served so far */
	constructor(served: () => number) {
		this.#served = served
	}

	/** Resolves when it is the caller's turn, in the order of coming. */
	next(): Promise<void> {
		const turn = new Promise<void>((resolve) => this.#waiting.push(resolve))
		if (!this.#running) {
			this.#running = true
			setImmediate(() => this.#take())
		}
		return turn
	}

	#take(): void {
		const served = this.#served()
		const many = served === this.#servedBefore ? AMONG_THEMSELVES : BESIDE_READERS
		this.#servedBefore = served
		for (const begin of this.#waiting.splice(0, many)) begin()
		if (this.#waiting.length > 0) setImmediate(() => this.#take())
		else this.#running = false
	}
}
