/** Limit of `retryAfter`: the overload page, rendered in advance, says “in a minute at the latest”. */
const RETRY_SECONDS_MAX = 60
/** Weight of the newest task in the moving average of durations. */
const MEAN_WEIGHT = 0.1
/** Initial average: rendering a page takes some tens of milliseconds. */
const INITIAL_MEAN_MS = 50

/** The queue is full, or this task lost its place to a client with a shorter queue. */
export class QueueFullError extends Error {
	/** @param retryAfter estimate in seconds until the present queue is done */
	constructor(readonly retryAfter: number) {
		super('The queue is full.')
	}
}

type QueuedTask = { key: string | undefined; start: () => void; reject: (error: QueueFullError) => void }

export type ConcurrencyLimits = {
	maxConcurrent: number
	/** Waiting tasks of all clients, without the running ones. */
	maxQueued: number
}

/**
 * Semaphore with a bounded queue per client, served round-robin: a client with a long queue delays each other
 * client by one task. When the queue is full, the client with the most queued tasks loses its newest one.
 */
export class ConcurrencyLimiter {
	#running = 0
	#queued = 0
	/** By client; the first client is the next in turn. */
	readonly #queues = new Map<string, QueuedTask[]>()
	readonly #limits: ConcurrencyLimits
	readonly #clock: () => number
	#meanMs = INITIAL_MEAN_MS

	constructor(limits: ConcurrencyLimits, clock: () => number = performance.now.bind(performance)) {
		this.#limits = limits
		this.#clock = clock
	}

	/** Whether `run` would have to reject a task. */
	get isFull(): boolean {
		return this.#running >= this.#limits.maxConcurrent && this.#queued >= this.#limits.maxQueued
	}

	/**
	 * @param key identifies a task that several clients may wait for, see `prioritize`
	 * @throws QueueFullError when `maxQueued` tasks wait and the longest queue is hardly longer than this client's
	 */
	async run<T>(client: string, task: () => Promise<T>, key?: string): Promise<T> {
		if (this.#running >= this.#limits.maxConcurrent) await this.#enqueue(client, key)
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
			if (this.isFull && !this.#evictFromLongest(client))
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
		const seconds = Math.ceil((this.#queued * this.#meanMs) / this.#limits.maxConcurrent / 1000)
		return Math.min(RETRY_SECONDS_MAX, Math.max(1, seconds))
	}
}
