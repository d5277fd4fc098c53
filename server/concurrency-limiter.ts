/** Renders at the same time; more would delay each of them, as they share one thread. */
const MAX_CONCURRENT = 4
/** Queue limit; beyond it the server answers 503. */
const MAX_QUEUED = 500
/** Limit of `Retry-After`: the overload page, rendered in advance, says “in a minute at the latest”. */
const SECONDS_TOLD_MAX = 60
/** Weight of the newest render in the moving average of durations. */
const MEAN_WEIGHT = 0.1
/** Initial average: a page takes some tens of milliseconds. */
const INITIAL_MEAN_MS = 50

/** The queue is full, or this task lost its place to a client with a shorter queue. */
export class QueueFullError extends Error {
	/** @param retryAfter estimate in seconds until the present queue is done */
	constructor(readonly retryAfter: number) {
		super('Render queue is full.')
	}
}

type QueuedTask = { key: string | undefined; start: () => void; reject: (error: QueueFullError) => void }

/**
 * Semaphore with a bounded queue per client, served round-robin: a client with a long queue delays each other
 * client by one task. When the queue is full, the client with the most queued tasks loses its newest one.
 */
export class ConcurrencyLimiter {
	#running = 0
	#queued = 0
	/** By client; the first client is the next in turn. */
	readonly #queues = new Map<string, QueuedTask[]>()
	readonly #clock: () => number
	#meanMs = INITIAL_MEAN_MS

	constructor(clock: () => number = performance.now.bind(performance)) {
		this.#clock = clock
	}

	/**
	 * @param key identifies a task that several clients may wait for, see `prioritize`
	 * @throws QueueFullError when `MAX_QUEUED` tasks wait and the longest queue is hardly longer than this client's
	 */
	async run<T>(client: string, task: () => Promise<T>, key?: string): Promise<T> {
		if (this.#running >= MAX_CONCURRENT) await this.#enqueue(client, key)
		else this.#running += 1
		const began = this.#clock()
		try {
			return await task()
		} finally {
			this.#meanMs += MEAN_WEIGHT * (this.#clock() - began - this.#meanMs)
			this.#startNext()
		}
	}

	/** Moves a queued task to the queue of another client that requests it too, if its turn comes sooner there. */
	prioritize(key: string, client: string): void {
		if (this.#queued === 0) return
		for (const [owner, queue] of this.#queues) {
			const position = queue.findIndex((each) => each.key === key)
			if (position < 0) continue
			const own = this.#queues.get(client) ?? []
			if (owner === client || own.length >= position) return
			own.push(...queue.splice(position, 1))
			this.#queues.set(client, own)
			return
		}
	}

	#enqueue(client: string, key: string | undefined): Promise<void> {
		return new Promise((resolve, reject) => {
			if (this.#queued >= MAX_QUEUED && !this.#evictFromLongest(client))
				return reject(new QueueFullError(this.#estimateWait()))
			const queue = this.#queues.get(client) ?? []
			queue.push({ key, start: resolve, reject })
			this.#queues.set(client, queue)
			this.#queued += 1
		})
	}

	/** Rejects the newest task of the longest queue, if that is longer than this client's with the new task. */
	#evictFromLongest(client: string): boolean {
		const own = this.#queues.get(client)?.length ?? 0
		const [longest, queue] = [...this.#queues].reduce((most, each) =>
			each[1].length > most[1].length ? each : most,
		)
		if (queue.length <= own + 1) return false
		const newest = queue.pop()
		if (queue.length === 0) this.#queues.delete(longest)
		this.#queued -= 1
		newest?.reject(new QueueFullError(this.#estimateWait()))
		return true
	}

	#startNext(): void {
		const [first] = this.#queues
		if (!first) {
			this.#running -= 1
			return
		}
		const [client, queue] = first
		this.#queues.delete(client)
		const next = queue.shift()
		if (queue.length > 0) this.#queues.set(client, queue)
		this.#queued -= 1
		next?.start()
	}

	#estimateWait(): number {
		const seconds = Math.ceil((this.#queued * this.#meanMs) / MAX_CONCURRENT / 1000)
		return Math.min(SECONDS_TOLD_MAX, Math.max(1, seconds))
	}
}
