/** Pages made at the same time: more would only make each of them later. */
const AT_ONCE = 4
/** Waiting pages hold memory and patience; beyond these a plain "later" is the better answer. */
const WAITING_MAX = 500
/** The overload page, which is made beforehand, says “in a minute at the latest”. */
const SECONDS_TOLD_MAX = 60
/** Share of the newest rendering in the running mean of what one takes. */
const NEWEST_SHARE = 0.1
/** Before anything has been measured: a page takes some tens of milliseconds. */
const FIRST_GUESS_MS = 50

/** More pages are asked for than can be made soon. */
export class Busy extends Error {
	/** @param seconds until the queue of this moment has been worked off, as far as can be told */
	constructor(readonly seconds: number) {
		super('Too many pages are waiting to be made.')
	}
}

type Waiting = { key: string | undefined; start: () => void; refuse: (error: Busy) => void }

/**
 * Lets a few through at a time. Clients take turns, so that one with a long queue delays the others by one
 * page each; when the queue is full, the client with the most in it loses its newest.
 */
export class Gate {
	#running = 0
	#waiting = 0
	/** By client; the first client is the next in turn. */
	readonly #queues = new Map<string, Waiting[]>()
	readonly #clock: () => number
	#meanMs = FIRST_GUESS_MS

	constructor(clock: () => number = performance.now.bind(performance)) {
		this.#clock = clock
	}

	/**
	 * @param key names work that several clients wait for
	 * @throws Busy when too many wait already
	 */
	async pass<T>(client: string, work: () => Promise<T>, key?: string): Promise<T> {
		if (this.#running >= AT_ONCE) await this.#wait(client, key)
		else this.#running += 1
		const began = this.#clock()
		try {
			return await work()
		} finally {
			this.#meanMs += NEWEST_SHARE * (this.#clock() - began - this.#meanMs)
			this.#next()
		}
	}

	/** Moves waiting work to the queue of another client that wants it too, if its turn comes sooner there. */
	hasten(key: string, client: string): void {
		if (this.#waiting === 0) return
		for (const [owner, queue] of this.#queues) {
			const place = queue.findIndex((each) => each.key === key)
			if (place < 0) continue
			const own = this.#queues.get(client) ?? []
			if (owner === client || own.length >= place) return
			own.push(...queue.splice(place, 1))
			this.#queues.set(client, own)
			return
		}
	}

	#wait(client: string, key: string | undefined): Promise<void> {
		return new Promise((resolve, reject) => {
			if (this.#waiting >= WAITING_MAX && !this.#makeRoom(client))
				return reject(new Busy(this.#secondsToWait()))
			const queue = this.#queues.get(client) ?? []
			queue.push({ key, start: resolve, refuse: reject })
			this.#queues.set(client, queue)
			this.#waiting += 1
		})
	}

	/** Takes a place from the client that holds the most, if that is more than this one holds. */
	#makeRoom(client: string): boolean {
		const own = this.#queues.get(client)?.length ?? 0
		const [longest, queue] = [...this.#queues].reduce((most, each) =>
			each[1].length > most[1].length ? each : most,
		)
		if (queue.length <= own + 1) return false
		const newest = queue.pop()
		if (queue.length === 0) this.#queues.delete(longest)
		this.#waiting -= 1
		newest?.refuse(new Busy(this.#secondsToWait()))
		return true
	}

	#next(): void {
		const [first] = this.#queues
		if (!first) {
			this.#running -= 1
			return
		}
		const [client, queue] = first
		this.#queues.delete(client)
		const next = queue.shift()
		if (queue.length > 0) this.#queues.set(client, queue)
		this.#waiting -= 1
		next?.start()
	}

	#secondsToWait(): number {
		const seconds = Math.ceil((this.#waiting * this.#meanMs) / AT_ONCE / 1000)
		return Math.min(SECONDS_TOLD_MAX, Math.max(1, seconds))
	}
}
