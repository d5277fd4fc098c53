import { setTimeout as sleep } from 'node:timers/promises'
import type { Invalidation } from '@/lib/invalidation'
import { singleton } from '@/lib/singleton'
import { storageRefusal } from '@/lib/storage-failure'

/** A write that waits for its transaction. */
export type Job<Tx> = {
	run: (tx: Tx) => Promise<unknown>
	resolve: (value: unknown) => void
	reject: (error: unknown) => void
	/** Time of the call in ms, by the monotonic clock. */
	queuedAt: number
}

/** A job's invalidated tags, and the settling of its promise after the commit. */
export type Outcome = { acknowledge: () => void; invalidation: Invalidation }

/** Jobs in one commit at most; bounds the time until the first of them is acknowledged. */
const GROUP_SIZE_MAX = 500

/** Limit on waiting for a transaction to begin; after a longer wait a person takes the form for lost. */
export const LOCK_WAIT_MS = 5_000

/** Interval of repeated log lines while writes keep failing. */
const LOG_INTERVAL_MS = 10_000

type State<Tx> = { waiting: Job<Tx>[]; running: boolean; silentUntil: number }

/** The writes of one thread, committed in groups, one group at a time. */
export class WriteQueue<Tx> {
	readonly #state: State<Tx>
	readonly #commitGroup: () => Promise<number>
	readonly #minIntervalMs: number

	/**
	 * @param commitGroup commits jobs of `take`, and returns the number of settled jobs
	 * @param minIntervalMs minimum interval between the starts of two commits while groups hold more than one write
	 */
	constructor(name: string, minIntervalMs: number, commitGroup: () => Promise<number>) {
		this.#state = singleton(name, () => ({ waiting: [], running: false, silentUntil: 0 }))
		this.#minIntervalMs = minIntervalMs
		this.#commitGroup = commitGroup
	}

	get length(): number {
		return this.#state.waiting.length
	}

	/** Queues a write. @throws the error of `run`, or the `Refusal` of a storage failure */
	add<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			const fail = (error: unknown) => reject(storageRefusal(error) ?? error)
			const queuedAt = performance.now()
			this.#state.waiting.push({ run, resolve: resolve as (value: unknown) => void, reject: fail, queuedAt })
			if (this.#state.running) return
			this.#state.running = true
			setImmediate(() => this.#drain())
		})
	}

	/** Removes the next group from the queue. */
	take(max = GROUP_SIZE_MAX): Job<Tx>[] {
		return this.#state.waiting.splice(0, max)
	}

	/** Refuses the jobs that have waited for `LOCK_WAIT_MS`. */
	refuseOverdue(error: unknown, reason: string): void {
		const since = performance.now() - LOCK_WAIT_MS
		const inTime = this.#state.waiting.findIndex(({ queuedAt }) => queuedAt > since)
		this.refuse(this.take(inTime < 0 ? this.length : inTime), error, reason)
	}

	refuse(jobs: Job<Tx>[], error: unknown, reason: string): void {
		if (jobs.length === 0) return
		this.#log(`${reason}; ${jobs.length} writes were refused.`, error)
		for (const { reject } of jobs) reject(error)
	}

	async #drain(): Promise<void> {
		while (this.length > 0) {
			const next = performance.now() + this.#minIntervalMs
			const size = await this.#commitGroup()
			if (size > 1) await sleep(Math.max(0, next - performance.now()))
			else await new Promise(setImmediate)
		}
		this.#state.running = false
	}

	/** Logs at most once in `LOG_INTERVAL_MS`: under load a hundred commits a second may fail. */
	#log(text: string, error: unknown): void {
		if (performance.now() < this.#state.silentUntil) return
		this.#state.silentUntil = performance.now() + LOG_INTERVAL_MS
		console.error(text, error)
	}
}

/** The tags of all outcomes. */
export const invalidationOf = (outcomes: Outcome[]): Invalidation => ({
	immediate: [...new Set(outcomes.flatMap(({ invalidation }) => invalidation.immediate))],
	deferred: [...new Set(outcomes.flatMap(({ invalidation }) => invalidation.deferred))],
})
