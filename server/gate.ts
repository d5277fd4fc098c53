/** Pages made at the same time: more would only make each of them later. */
const AT_ONCE = 4
/** Waiting pages hold memory and patience; beyond these a plain "later" is the better answer. */
const WAITING_MAX = 500

/** More pages are asked for than can be made soon. */
export class Busy extends Error {}

/** Lets a few through at a time, in the order in which they came. */
export class Gate {
	#running = 0
	readonly #waiting: (() => void)[] = []

	/** @throws Busy when too many wait already */
	async pass<T>(work: () => Promise<T>): Promise<T> {
		if (this.#running >= AT_ONCE) {
			if (this.#waiting.length >= WAITING_MAX) throw new Busy('Too many pages are waiting to be made.')
			await new Promise<void>((resolve) => this.#waiting.push(resolve))
		} else this.#running += 1
		try {
			return await work()
		} finally {
			const next = this.#waiting.shift()
			if (next) next()
			else this.#running -= 1
		}
	}
}
