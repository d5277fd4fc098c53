import { IncomingMessage } from 'node:http'
import { FORM_BYTES_MAX } from '@/lib/limits'

/** Sixty-four of the largest forms, or every vote of a small town at once. */
const BUFFERED_BYTES_MAX = 64 * 1024 * 1024

/**
 * What half-sent forms hold in memory, all together. Beyond the limit the largest of them is given up, so
 * that whoever sends many long ones slowly takes no room from a vote.
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

/** The body of a form, once all of it is here. The door has already refused what says it is too long. */
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

/** Whether the sender went away with the form half sent, so that nobody waits for an answer. */
export const clientAborted = (request: IncomingMessage): boolean => request.destroyed && !request.complete

/** Whether the body is larger than a form of words, and so waits on disk: see `upload-spool.ts`. */
export const isUpload = ({ method, headers }: IncomingMessage): boolean =>
	method === 'POST' && Number(headers['content-length'] ?? 0) > FORM_BYTES_MAX

/** The same request with the body that was read of it, so that no work begins before the whole form is here. */
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
