import { Worker } from 'node:worker_threads'
import { ALL_TAGS, type Invalidation, invalidate } from '@/lib/invalidation'
import type { ErrorPage } from '@/lib/request-context'
import { bridgeInvalidations } from './invalidation-bridge'

/** A request for a route that is called in the booth, as far as it is read there. */
export type WorkerRequest = {
	/** The number of the route in the list that both sides hold. */
	route: number
	/** What the route's pattern captured of the address. */
	param: string
	url: string
	headers: Record<string, string>
	body: Uint8Array
	/** Of the other end, for limits. */
	clientIp: string
}

export type WorkerResponse = {
	status: number
	headers: [string, string][]
	cookies: string[]
	body: Uint8Array
	/** What is to be shown in place of the answer. */
	errorPage: ErrorPage | null
}

/** What the house says to the booth, and what the booth says to the house. */
export type ToWorker =
	| { kind: 'request'; id: number; request: WorkerRequest }
	| { kind: 'invalidation'; invalidation: Invalidation }
export type FromWorker =
	| { kind: 'response'; id: number; response: WorkerResponse }
	/** `code` is the error's own, which is lost on the way between threads. */
	| { kind: 'failed'; id: number; error: Error; code: unknown }
	| { kind: 'invalidation'; invalidation: Invalidation }

/** What a form leaves behind is small and soon forgotten. */
const RESOURCES = { maxYoungGenerationSizeMb: 12 }

type PendingRequest = { resolve: (receipt: WorkerResponse) => void; reject: (error: Error) => void }

/**
 * Where a crowd's votes, ratings and words are taken: a thread of its own with its own connection to the
 * database, so that nobody who reads waits for those who write. Changes go both ways, in the order in which
 * they happened: a writer's page is out of date here before the writer is told.
 */
export class WriteWorker {
	readonly #file: URL | string
	readonly #data: unknown
	readonly #pending = new Map<number, PendingRequest>()
	readonly #bridge = bridgeInvalidations((invalidation) =>
		this.#thread?.postMessage({ kind: 'invalidation', invalidation } satisfies ToWorker),
	)
	#thread: Worker | null = null
	#lastId = 0
	#closed = false

	/**
	 * @param file the thread's program
	 * @param data given to each thread when it begins
	 */
	constructor(file: URL | string, data: unknown = null) {
		this.#file = file
		this.#data = data
		this.#start()
	}

	/** @throws what the route throws, or that the booth has closed meanwhile */
	dispatch(request: WorkerRequest): Promise<WorkerResponse> {
		this.#lastId += 1
		const id = this.#lastId
		return new Promise((resolve, reject) => {
			this.#pending.set(id, { resolve, reject })
			this.#start().postMessage({ kind: 'request', id, request } satisfies ToWorker)
		})
	}

	async close(): Promise<void> {
		this.#closed = true
		this.#bridge.stop()
		await this.#thread?.terminate()
	}

	/** The thread; for the next form a new one where the last has ended, which knows nothing yet that changes. */
	#start(): Worker {
		if (this.#thread) return this.#thread
		const thread = new Worker(this.#file, {
			workerData: this.#data,
			resourceLimits: RESOURCES,
		})
		this.#thread = thread
		thread.on('message', (message: FromWorker) => this.#onMessage(message))
		thread.on('error', (error) => console.error(error))
		thread.on('exit', () => {
			this.#thread = null
			// It may have committed something and ended before it could tell.
			if (!this.#closed) invalidate({ immediate: [ALL_TAGS], deferred: [] })
			for (const { reject } of this.#pending.values())
				reject(new Error('Write worker exited while handling this request.'))
			this.#pending.clear()
		})
		thread.unref()
		return thread
	}

	#onMessage(message: FromWorker): void {
		if (message.kind === 'invalidation') {
			this.#bridge.receive(message.invalidation)
			return
		}
		const pending = this.#pending.get(message.id)
		this.#pending.delete(message.id)
		if (message.kind === 'response') pending?.resolve(message.response)
		else pending?.reject(Object.assign(message.error, { code: message.code }))
	}
}
