/** Writes begun in one turn: they share a commit, and take some ten milliseconds of everybody's time. */
const AT_A_TURN = 8

/**
 * Lets a crowd of writers in by turns, so that whoever only reads is served between them: without it the
 * process would first do all that has arrived, and a reader wait for hundreds of votes.
 */
export class Turns {
	readonly #waiting: (() => void)[] = []
	#running = false

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
		for (const begin of this.#waiting.splice(0, AT_A_TURN)) begin()
		if (this.#waiting.length > 0) setImmediate(() => this.#take())
		else this.#running = false
	}
}
