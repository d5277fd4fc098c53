import { connect, type Socket } from 'node:net'

export type WireAnswer = {
	status: number
	/** By lower-case name; lines of one name are joined as HTTP joins them. */
	headers: Record<string, string | undefined>
	body: Buffer
}

type Waiting = {
	bodiless: boolean
	resolve: (answer: WireAnswer) => void
	reject: (error: Error) => void
}

/** A busy machine makes a crowd wait. */
const PATIENCE_MS = 60_000
const NOTHING = Buffer.alloc(0)

/** One connection, and on it whatever bytes a proof or a measurement has to say: also such as no client would send. */
export class Wire {
	readonly socket: Socket
	readonly closed: Promise<void>
	#came: Buffer = NOTHING
	#ended = false
	readonly #waiting: Waiting[] = []

	static open(address: string): Promise<Wire> {
		const { hostname, port } = new URL(address)
		return new Promise((resolve, reject) => {
			const socket = connect(Number(port), hostname)
			socket.once('error', reject)
			socket.once('connect', () => {
				socket.off('error', reject)
				resolve(new Wire(socket))
			})
		})
	}

	private constructor(socket: Socket) {
		this.socket = socket.setNoDelay(true)
		socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('Nothing came for a long time.')))
		socket.on('data', (chunk) => {
			this.#came = this.#came.length === 0 ? chunk : Buffer.concat([this.#came, chunk])
			this.#hand()
		})
		socket.on('error', (error) => this.#fail(error))
		this.closed = new Promise((resolve) => {
			socket.on('close', () => {
				this.#ended = true
				this.#hand()
				this.#fail(new Error('The connection was closed without an answer.'))
				resolve()
			})
		})
	}

	/** Says these bytes and gives the answer to them. */
	ask(bytes: string): Promise<WireAnswer> {
		const answer = this.hear(bytes.startsWith('HEAD '))
		this.say(bytes)
		return answer
	}

	say(bytes: string): void {
		this.socket.write(bytes, 'latin1')
	}

	/** The next answer that comes. */
	hear(bodiless = false): Promise<WireAnswer> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ bodiless, resolve, reject })
			if (this.#ended) this.#fail(new Error('The connection is closed.'))
		})
	}

	close(): void {
		this.socket.destroy()
	}

	#hand(): void {
		while (this.#waiting.length > 0) {
			const found = answerIn(this.#came, this.#waiting[0]?.bodiless ?? false, this.#ended)
			if (!found) return
			this.#came = found.rest
			// Word to go on with the body is no answer.
			if (found.answer.status >= 200) this.#waiting.shift()?.resolve(found.answer)
		}
	}

	#fail(error: Error): void {
		for (const { reject } of this.#waiting.splice(0)) reject(error)
	}
}

/** One request on a connection of its own. */
export async function askOnce(address: string, bytes: string): Promise<WireAnswer> {
	const wire = await Wire.open(address)
	try {
		return await wire.ask(bytes)
	} finally {
		wire.close()
	}
}

type Found = { answer: WireAnswer; rest: Buffer }

function answerIn(came: Buffer, bodiless: boolean, ended: boolean): Found | null {
	const headEnd = came.indexOf('\r\n\r\n')
	if (headEnd < 0) return null
	const [first = '', ...lines] = came.toString('latin1', 0, headEnd).split('\r\n')
	const status = Number(first.split(' ')[1])
	const headers = headersIn(lines)
	const rest = came.subarray(headEnd + 4)
	const none = bodiless || status < 200 || status === 204 || status === 304
	const body = none ? { body: NOTHING, rest } : bodyIn(rest, headers, ended)
	return body && { answer: { status, headers, body: body.body }, rest: body.rest }
}

function headersIn(lines: string[]): WireAnswer['headers'] {
	const headers: WireAnswer['headers'] = {}
	for (const line of lines) {
		const colon = line.indexOf(':')
		const name = line.slice(0, colon).toLowerCase()
		const value = line.slice(colon + 1).trim()
		headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
	}
	return headers
}

function bodyIn(bytes: Buffer, headers: WireAnswer['headers'], ended: boolean) {
	if (headers['transfer-encoding'] === 'chunked') return unchunked(bytes)
	if (headers['content-length'] === undefined) return ended ? { body: bytes, rest: NOTHING } : null
	const length = Number(headers['content-length'])
	return bytes.length < length ? null : { body: bytes.subarray(0, length), rest: bytes.subarray(length) }
}

function unchunked(bytes: Buffer): { body: Buffer; rest: Buffer } | null {
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
