import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** What a request asks, where it is of the plainest kind. */
export type PlainRequest = { url: string; encodings: string | undefined; known: string | undefined }

/** Gives a whole answer, headers and all, if one lies ready or will in a moment. */
export type Ready = (request: PlainRequest) => Buffer | Promise<Buffer | null> | null

type Times = {
	/** How long a connection may be silent before its first request. */
	firstMs: number
	/** … and between requests. */
	idleMs: number
}

export type Front = { answering: ReadonlySet<Socket>; close: () => void }

/**
 * Looks at the bytes of each connection before Node's HTTP server does. A plain GET of a page that lies ready
 * is answered with one write; at anything else, whatever it is, the connection is Node's from its first byte
 * that was not answered, and stays so. Only a request that can be read in one way is read here: one packet
 * that holds one request with headers that are known to say nothing of a body, of a person or of the
 * connection. Node's server takes three times as long to say the same.
 *
 * @returns the connections that wait for an answer from here, and a switch after which each answer is the last
 */
export function standInFront(server: Server, ready: Ready, { firstMs, idleMs }: Times): Front {
	const answering = new Set<Socket>()
	let closing = false
	const listeners = server.listeners('connection') as ((socket: Socket) => void)[]
	server.removeAllListeners('connection')

	server.on('connection', (socket: Socket) => {
		let greeted = false
		const pass = (chunk: Buffer): void => {
			leave()
			for (const listener of listeners) listener.call(server, socket)
			socket.unshift(chunk)
		}
		const onData = (chunk: Buffer): void => {
			const request = plainRequest(chunk)
			const answer = request && ready(request)
			if (answer instanceof Promise) void give(chunk, answer)
			else if (answer) send(answer)
			else pass(chunk)
		}
		const send = (answer: Buffer): void => {
			// Whoever asks and does not read is not read either, until it does.
			if (!socket.write(answer)) socket.pause()
			if (greeted) return
			greeted = true
			socket.setTimeout(idleMs)
		}
		/** Meanwhile the connection waits for something, and is not read. */
		const give = async (chunk: Buffer, coming: Promise<Buffer | null>): Promise<void> => {
			answering.add(socket)
			socket.pause()
			const answer = await coming
			answering.delete(socket)
			if (socket.destroyed) return
			socket.resume()
			if (!answer) return pass(chunk)
			if (closing) return void socket.end(answer)
			send(answer)
		}
		const onDrain = (): void => void socket.resume()
		const giveUp = (): void => void socket.destroy()
		// Node's server lets the other end close first, so that somebody has to close this one.
		const onEnd = (): void => void socket.end()
		const leave = (): void => {
			answering.delete(socket)
			socket.setTimeout(0)
			socket
				.off('data', onData)
				.off('drain', onDrain)
				.off('end', onEnd)
				.off('timeout', giveUp)
				.off('error', giveUp)
				.off('close', leave)
		}
		socket.setNoDelay(true)
		socket.setTimeout(firstMs)
		socket
			.on('data', onData)
			.on('drain', onDrain)
			.on('end', onEnd)
			.on('timeout', giveUp)
			.on('error', giveUp)
			.on('close', leave)
	})
	const close = () => {
		closing = true
	}
	return { answering, close }
}

/** A browser's request has some 700 bytes; more is for a parser that has seen everything. */
const REQUEST_BYTES_MAX = 4_096
const START = /^GET (\/[!-~]*) HTTP\/1\.1$/
const FIELD = /^([A-Za-z][A-Za-z0-9-]*): ?([\t -~\x80-\xff]*)$/
/** Fields that change nothing about a page for everybody. With any other, the request is not of the plainest kind. */
const WITHOUT_MEANING =
	/^(user-agent|accept|accept-language|cache-control|pragma|referer|dnt|priority|upgrade-insecure-requests|purpose|via|x-real-ip|sec-[a-z0-9-]+|x-forwarded-[a-z]+)$/

/** Reads a packet that is exactly one plain GET; null for everything else. */
export function plainRequest(packet: Buffer): PlainRequest | null {
	if (packet.length > REQUEST_BYTES_MAX || packet[0] !== 0x47) return null
	const lines = packet.toString('latin1').split('\r\n')
	// The empty line that ends a request, and nothing after it.
	if (lines.length < 4 || lines.pop() !== '' || lines.pop() !== '') return null
	const url = START.exec(lines[0] ?? '')?.[1]
	if (url === undefined) return null
	const request: PlainRequest = { url, encodings: undefined, known: undefined }
	let hosts = 0
	for (let index = 1; index < lines.length; index += 1) {
		const field = FIELD.exec(lines[index] ?? '')
		if (!field) return null
		const name = (field[1] as string).toLowerCase()
		const value = (field[2] as string).trim()
		if (WITHOUT_MEANING.test(name)) continue
		if (name === 'host') hosts += 1
		else if (name === 'accept-encoding' && request.encodings === undefined) request.encodings = value
		else if (name === 'if-none-match' && request.known === undefined) request.known = value
		else if (name !== 'connection' || value.toLowerCase() !== 'keep-alive') return null
	}
	return hosts === 1 ? request : null
}
