import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { ALL_TAGS, type Invalidation, invalidate } from '@/lib/invalidation'
import type { ErrorPage } from '@/lib/request-context'
import { bridgeInvalidations } from './invalidation-bridge'

/** The part of a request that worker routes use, in a form that `postMessage` can clone. */
export type WorkerRequest = {
	/** Index of the route in the list of `WorkerRoute`s, which main thread and worker share. */
	route: number
	/** First capture group of the route's pattern, such as a slug. */
	param: string
	url: string
	headers: Record<string, string>
	body: Uint8Array
	/** For rate limits. */
	clientIp: string
}

export type WorkerResponse = {
	status: number
	headers: [string, string][]
	cookies: string[]
	body: Uint8Array
	/** Error page to send in place of the response. */
	errorPage: ErrorPage | null
}

/** Messages from the main thread to the worker, and back. */
export type ToWorker =
	| { kind: 'request'; id: number; request: WorkerRequest }
	| { kind: 'invalidation'; invalidation: Invalidation }
	/** Requests that the thread finishes its work and exits. */
	| { kind: 'close' }
export type FromWorker =
	| { kind: 'response'; id: number; response: WorkerResponse }
	/** `code` is a copy of `error.code`, which structured cloning drops. */
	| { kind: 'failed'; id: number; error: Error; code: unknown }
	| { kind: 'invalidation'; invalidation: Invalidation }

/** A small young generation suffices: the objects of a form are small and short-lived. */
const RESOURCES = { maxYoungGenerationSizeMb: 12 }

/** Time for the thread's last write at a stop. */
const CLOSE_MS = 2_000

type PendingRequest = { resolve: (response: WorkerResponse) => void; reject: (error: Error) => void }

/**
 * Worker thread for votes, ratings and comments, with its own database connection, so that writes do not delay
 * reads. Invalidations pass in both directions in commit order: a page is invalidated here before the writer's
 * response arrives.
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
	 * @param file bundle with the worker's entry point
	 * @param data `workerData` of each thread that is started
	 */
	constructor(file: URL | string, data: unknown = null) {
		this.#file = file
		this.#data = data
		this.#start()
	}

	/** Runs a route in the worker. @throws the route's error, or an error if the thread exits before its response */
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
		const thread = this.#thread
		if (!thread) return
		const exited = once(thread, 'exit')
		thread.postMessage({ kind: 'close' } satisfies ToWorker)
		await Promise.race([exited, sleep(CLOSE_MS)])
		await thread.terminate()
	}

	/** The running thread, or a new one after an exit; a new one has no cached reads to invalidate. */
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
			// It may have committed a write without sending the invalidation.
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
