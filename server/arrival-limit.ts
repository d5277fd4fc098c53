import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** A text form arrives in seconds; a photograph of 40 MB takes this long at 5.5 Mbit/s. */
const ARRIVAL_MS = 60_000
/**
 * Minimum progress of a slow upload per `ARRIVAL_MS`: 256 kbit/s, as at the edge of a mobile cell, where 40 MB
 * take 21 minutes.
 */
const SLOW_BYTES = 32 * 1024 * (ARRIVAL_MS / 1000)
const CHECK_MS = 5_000

type Options = { arrivalMs?: number; slowBytes?: number; checkMs?: number }
type Arriving = { since: number; bytes: number; maySlow: boolean }

/**
 * Limits the arrival time of request bodies, in place of Node's `requestTimeout`, which is the same for all
 * requests. Forms get 408 after `ARRIVAL_MS`, uploads with `allowSlow` once they fall below `SLOW_BYTES` in
 * that time.
 */
export class ArrivalLimit {
	readonly #arrivalMs: number
	readonly #slowBytes: number
	readonly #checkMs: number
	readonly #arriving = new Map<IncomingMessage, Arriving>()

	constructor({ arrivalMs = ARRIVAL_MS, slowBytes = SLOW_BYTES, checkMs = CHECK_MS }: Options = {}) {
		this.#arrivalMs = arrivalMs
		this.#slowBytes = slowBytes
		this.#checkMs = checkMs
	}

	/** Applies the limit to all requests of a server. @returns a function that stops the check */
	watch(server: Server): () => void {
		server.requestTimeout = 0
		server.prependListener('request', (request: IncomingMessage) => {
			if (hasBody(request))
				this.#arriving.set(request, {
					since: performance.now(),
					bytes: request.socket.bytesRead,
					maySlow: false,
				})
		})
		const check = setInterval(() => this.#check(server), this.#checkMs).unref()
		return () => clearInterval(check)
	}

	/** Lifts the time limit of this request while its body makes progress. */
	allowSlow(request: IncomingMessage): void {
		const arriving = this.#arriving.get(request)
		if (arriving) arriving.maySlow = true
	}

	#check(server: Server): void {
		const now = performance.now()
		for (const [request, arriving] of this.#arriving) {
			const { socket } = request
			if (request.complete || socket.destroyed) this.#arriving.delete(request)
			else if (arriving.maySlow && socket.bytesRead - arriving.bytes >= this.#slowBytes)
				Object.assign(arriving, { since: now, bytes: socket.bytesRead })
			else if (now - arriving.since >= this.#arrivalMs) {
				this.#arriving.delete(request)
				server.emit('clientError', timeout(), socket satisfies Socket)
			}
		}
	}
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
	headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** The error that Node's own `requestTimeout` reports. */
const timeout = (): Error =>
	Object.assign(new Error('The request did not arrive in time.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
