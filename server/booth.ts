import { Worker } from 'node:worker_threads'
import { announce, type Changes, EVERYTHING } from '@/lib/changes'
import type { Problem } from '@/lib/exchange'
import { relayChanges } from './relay'

/** A request for a route that is called in the booth, as far as it is read there. */
export type Slip = {
	/** The number of the route in the list that both sides hold. */
	route: number
	/** What the route's pattern captured of the address. */
	part: string
	url: string
	headers: Record<string, string>
	body: Uint8Array
	/** Of the other end, for limits. */
	address: string
}

export type Receipt = {
	status: number
	headers: [string, string][]
	cookies: string[]
	body: Uint8Array
	/** What is to be shown in place of the answer. */
	problem: Problem | null
}

/** What the house says to the booth, and what the booth says to the house. */
export type ToBooth = { kind: 'slip'; number: number; slip: Slip } | { kind: 'changes'; changes: Changes }
export type FromBooth =
	| { kind: 'receipt'; number: number; receipt: Receipt }
	/** `code` is the error's own, which is lost on the way between threads. */
	| { kind: 'failed'; number: number; error: Error; code: unknown }
	| { kind: 'changes'; changes: Changes }

/** What a form leaves behind is small and soon forgotten. */
const RESOURCES = { maxYoungGenerationSizeMb: 12 }

type Waiting = { done: (receipt: Receipt) => void; failed: (error: Error) => void }

/**
 * Where a crowd's votes, ratings and words are taken: a thread of its own with its own connection to the
 * database, so that nobody who reads waits for those who write. Changes go both ways, in the order in which
 * they happened: a writer's page is out of date here before the writer is told.
 */
export class Booth {
	readonly #file: URL | string
	readonly #data: unknown
	readonly #waiting = new Map<number, Waiting>()
	readonly #relay = relayChanges((changes) =>
		this.#thread?.postMessage({ kind: 'changes', changes } satisfies ToBooth),
	)
	#thread: Worker | null = null
	#number = 0
	#closed = false

	/**
	 * @param file the thread's program
	 * @param data given to each thread when it begins
	 */
	constructor(file: URL | string, data: unknown = null) {
		this.#file = file
		this.#data = data
		this.#open()
	}

	/** @throws what the route throws, or that the booth has closed meanwhile */
	take(slip: Slip): Promise<Receipt> {
		this.#number += 1
		const number = this.#number
		return new Promise((done, failed) => {
			this.#waiting.set(number, { done, failed })
			this.#open().postMessage({ kind: 'slip', number, slip } satisfies ToBooth)
		})
	}

	async close(): Promise<void> {
		this.#closed = true
		this.#relay.stop()
		await this.#thread?.terminate()
	}

	/** The thread; for the next form a new one where the last has ended, which knows nothing yet that changes. */
	#open(): Worker {
		if (this.#thread) return this.#thread
		const thread = new Worker(this.#file, {
			workerData: this.#data,
			resourceLimits: RESOURCES,
		})
		this.#thread = thread
		thread.on('message', (message: FromBooth) => this.#hear(message))
		thread.on('error', (error) => console.error(error))
		thread.on('exit', () => {
			this.#thread = null
			// It may have committed something and ended before it could tell.
			if (!this.#closed) announce({ now: [EVERYTHING], soon: [] })
			for (const { failed } of this.#waiting.values()) failed(new Error('The booth has closed.'))
			this.#waiting.clear()
		})
		thread.unref()
		return thread
	}

	#hear(message: FromBooth): void {
		if (message.kind === 'changes') {
			this.#relay.repeat(message.changes)
			return
		}
		const waiting = this.#waiting.get(message.number)
		this.#waiting.delete(message.number)
		if (message.kind === 'receipt') waiting?.done(message.receipt)
		else waiting?.failed(Object.assign(message.error, { code: message.code }))
	}
}
