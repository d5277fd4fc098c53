import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { type RequestContext, runInContext } from '@/lib/request-context'

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A complete response of Next, in memory. */
export type BufferedResponse = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** Runs Next for a request and buffers the response. @throws errors of the handler */
export async function renderWithNext(
	nextHandler: NextHandler,
	request: IncomingMessage,
	context: RequestContext,
): Promise<BufferedResponse> {
	const response = new BufferedServerResponse(request)
	await runInContext(context, () => nextHandler(request, response))
	await response.ended
	return { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(response.chunks) }
}

/** A GET request without a socket, with `accept: text/html` and the given headers only. */
export function syntheticGet(url: string, headers: Record<string, string>): IncomingMessage {
	const request = new IncomingMessage(new Socket())
	request.method = 'GET'
	request.url = url
	request.headers = { accept: 'text/html', ...headers }
	request.push(null)
	return request
}

/** A `ServerResponse` that collects its chunks in memory. */
class BufferedServerResponse extends ServerResponse {
	readonly chunks: Buffer[] = []
	readonly ended: Promise<void>
	#end = () => {}
	#started = false
	#complete = false

	constructor(request: IncomingMessage) {
		super(request)
		// Next adds more than Node's default of 10 listeners to a response.
		this.setMaxListeners(40)
		this.ended = new Promise((resolve) => {
			this.#end = resolve
		})
		// Node derives these from the socket, which this response lacks.
		Object.defineProperties(this, {
			headersSent: { get: () => this.#started },
			writableEnded: { get: () => this.#complete },
			writableFinished: { get: () => this.#complete },
		})
	}

	override writeHead(status: number, ...rest: unknown[]): this {
		this.statusCode = status
		const headers = rest.find((each) => typeof each === 'object' && each !== null)
		const given = entriesOf(headers)
		for (const [name] of given) this.removeHeader(name)
		for (const [name, value] of given) this.appendHeader(name, value as string)
		this.#started = true
		return this
	}

	override flushHeaders(): void {
		this.#started = true
	}

	override write(chunk: unknown, ...rest: unknown[]): boolean {
		if (this.#complete) return false
		this.#started = true
		this.#append(chunk, rest)
		callbackOf(rest)?.()
		return true
	}

	override end(...args: unknown[]): this {
		if (this.#complete) return this
		const [chunk, ...rest] = args
		if (typeof chunk !== 'function') this.#append(chunk, rest)
		this.#started = true
		this.#complete = true
		this.finished = true
		this.emit('finish')
		this.emit('close')
		callbackOf(args)?.()
		this.#end()
		return this
	}

	#append(chunk: unknown, rest: unknown[]): void {
		if (chunk === undefined || chunk === null) return
		const encoding = rest.find((each) => typeof each === 'string') as BufferEncoding | undefined
		this.chunks.push(
			typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk as Uint8Array),
		)
	}
}

function entriesOf(headers: unknown): [string, unknown][] {
	if (!Array.isArray(headers)) return Object.entries(headers ?? {})
	if (headers.every(Array.isArray)) return headers as [string, unknown][]
	return headers.flatMap((each, index) =>
		index % 2 ? [] : [[String(each), headers[index + 1]] as [string, unknown]],
	)
}

const callbackOf = (args: unknown[]) =>
	args.find((each) => typeof each === 'function') as (() => void) | undefined
