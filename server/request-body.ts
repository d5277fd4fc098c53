import { IncomingMessage } from 'node:http'
import { FORM_BYTES_MAX } from '@/lib/limits'

/** Memory for 64 of the largest forms. */
const BUFFERED_BYTES_MAX = 64 * 1024 * 1024

/**
 * Limits the memory of incomplete request bodies in total. Beyond the limit the largest one is aborted, so that a
 * client that sends long forms slowly does not displace votes.
 */
export class BodyMemoryLimit {
	readonly #bytesMax: number
	readonly #sizes = new Map<IncomingMessage, number>()
	#bytes = 0

	constructor(bytesMax = BUFFERED_BYTES_MAX) {
		this.#bytesMax = bytesMax
	}

	add(request: IncomingMessage, bytes: number): void {
		this.#sizes.set(request, (this.#sizes.get(request) ?? 0) + bytes)
		this.#bytes += bytes
		while (this.#bytes > this.#bytesMax) this.#evictLargest()
	}

	remove(request: IncomingMessage): void {
		this.#bytes -= this.#sizes.get(request) ?? 0
		this.#sizes.delete(request)
	}

	#evictLargest(): void {
		let largest: [IncomingMessage, number] | undefined
		for (const held of this.#sizes) if (!largest || held[1] > largest[1]) largest = held
		if (!largest) return
		this.remove(largest[0])
		largest[0].destroy()
	}
}

const globalLimit = new BodyMemoryLimit()

/** Buffers the body, whose length `request-guard.ts` limits. @throws if the client aborts or is evicted */
export function readBody(request: IncomingMessage, limit = globalLimit): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = []
		request
			.on('data', (chunk: Buffer) => {
				chunks.push(chunk)
				limit.add(request, chunk.length)
			})
			.on('end', () => {
				limit.remove(request)
				resolve(Buffer.concat(chunks))
			})
			.on('error', reject)
			.on('close', () => {
				limit.remove(request)
				if (!request.complete) reject(new Error('Client aborted before the form was complete.'))
			})
	})
}

/** Whether the client aborted before the request was complete, so that no response is needed. */
export const clientAborted = (request: IncomingMessage): boolean => request.destroyed && !request.complete

/** Whether the body exceeds a text form, and is spooled to disk: see `upload-spool.ts`. */
export const isUpload = ({ method, headers }: IncomingMessage): boolean =>
	method === 'POST' && Number(headers['content-length'] ?? 0) > FORM_BYTES_MAX

/** The same request with its buffered body, so that its handler starts only once the body is complete. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
	const whole = new IncomingMessage(request.socket)
	const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
	Object.assign(whole, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
	whole.headers = headers
	whole.complete = true
	whole.push(body)
	whole.push(null)
	return whole
}
