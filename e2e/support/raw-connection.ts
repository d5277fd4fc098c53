import { connect, type Socket } from 'node:net'

export type RawResponse = {
	status: number
	/** Status line and headers as received. */
	head: string
	/** By lower-case name; repeated headers are joined with commas. */
	headers: Record<string, string | undefined>
	body: Buffer
}

type PendingRead = {
	bodiless: boolean
	resolve: (answer: RawResponse) => void
	reject: (error: Error) => void
}

/** A large crowd of connections waits long on a busy machine. */
const TIMEOUT_MS = 60_000
const EMPTY = Buffer.alloc(0)

/** A TCP connection for raw bytes, also for requests that no HTTP client would send. */
export class RawConnection {
	readonly socket: Socket
	readonly closed: Promise<void>
	#received: Buffer = EMPTY
	#ended = false
	readonly #waiting: PendingRead[] = []

	static open(address: string): Promise<RawConnection> {
		const { hostname, port } = new URL(address)
		return new Promise((resolve, reject) => {
			const socket = connect(Number(port), hostname)
			socket.once('error', reject)
			socket.once('connect', () => {
				socket.off('error', reject)
				resolve(new RawConnection(socket))
			})
		})
	}

	private constructor(socket: Socket) {
		this.socket = socket.setNoDelay(true)
		socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('No bytes arrived within 60 seconds.')))
		socket.on('data', (chunk) => {
			this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
			this.#deliver()
		})
		socket.on('error', (error) => this.#fail(error))
		this.closed = new Promise((resolve) => {
			socket.on('close', () => {
				this.#ended = true
				this.#deliver()
				this.#fail(new Error('The connection was closed without a response.'))
				resolve()
			})
		})
	}

	/** Writes a request and reads its response. */
	request(bytes: string): Promise<RawResponse> {
		const answer = this.read(bytes.startsWith('HEAD '))
		this.write(bytes)
		return answer
	}

	write(bytes: string): void {
		this.socket.write(bytes, 'latin1')
	}

	/** Reads the next response. */
	read(bodiless = false): Promise<RawResponse> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ bodiless, resolve, reject })
			if (this.#ended) this.#fail(new Error('The connection is closed.'))
		})
	}

	close(): void {
		this.socket.destroy()
	}

	#deliver(): void {
		while (this.#waiting.length > 0) {
			const found = parseResponse(this.#received, this.#waiting[0]?.bodiless ?? false, this.#ended)
			if (!found) return
			this.#received = found.rest
			// An interim response such as 100 Continue is skipped.
			if (found.answer.status >= 200) this.#waiting.shift()?.resolve(found.answer)
		}
	}

	#fail(error: Error): void {
		for (const { reject } of this.#waiting.splice(0)) reject(error)
	}
}

/** Sends one request on a new connection. */
export async function requestOnce(address: string, bytes: string): Promise<RawResponse> {
	const connection = await RawConnection.open(address)
	try {
		return await connection.request(bytes)
	} finally {
		connection.close()
	}
}

type Found = { answer: RawResponse; rest: Buffer }

function parseResponse(received: Buffer, bodiless: boolean, ended: boolean): Found | null {
	const headEnd = received.indexOf('\r\n\r\n')
	if (headEnd < 0) return null
	const head = received.toString('latin1', 0, headEnd)
	const [first = '', ...lines] = head.split('\r\n')
	const status = Number(first.split(' ')[1])
	const headers = parseHeaders(lines)
	const rest = received.subarray(headEnd + 4)
	const none = bodiless || status < 200 || status === 204 || status === 304
	const body = none ? { body: EMPTY, rest } : parseBody(rest, headers, ended)
	return body && { answer: { status, head, headers, body: body.body }, rest: body.rest }
}

function parseHeaders(lines: string[]): RawResponse['headers'] {
	const headers: RawResponse['headers'] = {}
	for (const line of lines) {
		const colon = line.indexOf(':')
		const name = line.slice(0, colon).toLowerCase()
		const value = line.slice(colon + 1).trim()
		headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
	}
	return headers
}

function parseBody(bytes: Buffer, headers: RawResponse['headers'], ended: boolean) {
	if (headers['transfer-encoding'] === 'chunked') return decodeChunked(bytes)
	if (headers['content-length'] === undefined) return ended ? { body: bytes, rest: EMPTY } : null
	const length = Number(headers['content-length'])
	return bytes.length < length ? null : { body: bytes.subarray(0, length), rest: bytes.subarray(length) }
}

function decodeChunked(bytes: Buffer): { body: Buffer; rest: Buffer } | null {
	const parts: Buffer[] = []
	for (let at = 0; ; ) {
		const lineEnd = bytes.indexOf('\r\n', at)
		if (lineEnd < 0) return null
		const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
		const end = lineEnd + 2 + size
		if (bytes.length < end + 2) return null
		if (size === 0) return { body: Buffer.concat(parts), rest: bytes.subarray(end + 2) }
		parts.push(bytes.subarray(lineEnd + 2, end))
		at = end + 2
	}
}
