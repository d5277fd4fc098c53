import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** What a request asks, where it is of the plainest kind. */
export type SimpleGet = { url: string; acceptEncoding: string | undefined; ifNoneMatch: string | undefined }

/** Gives a whole answer, headers and all, if one lies ready or will in a moment. */
export type CachedResponseLookup = (request: SimpleGet) => Buffer | Promise<Buffer | null> | null

type Timeouts = {
	/** How long a connection may be silent before its first request. */
	firstMs: number
	/** … and between requests. */
	idleMs: number
}

export type FastPath = { answering: ReadonlySet<Socket>; close: () => void }

/**
 * Looks at the bytes of each connection before Node's HTTP server does. A plain GET of a page that lies ready
 * is answered with one write; at anything else, whatever it is, the connection is Node's from its first byte
 * that was not answered, and stays so. Only a request that can be read in one way is read here: one packet
 * that holds one request with headers that are known to say nothing of a body, of a person or of the
 * connection. Node's server takes three times as long to say the same.
 *
 * @returns the connections that wait for an answer from here, and a switch after which each answer is the last
 */
export function installFastPath(
	server: Server,
	lookUp: CachedResponseLookup,
	{ firstMs, idleMs }: Timeouts,
): FastPath {
	const answering = new Set<Socket>()
	let closing = false
	const listeners = server.listeners('connection') as ((socket: Socket) => void)[]
	server.removeAllListeners('connection')

	server.on('connection', (socket: Socket) => {
		let hasResponded = false
		const handOverToNode = (chunk: Buffer): void => {
			detach()
			for (const listener of listeners) listener.call(server, socket)
			socket.unshift(chunk)
		}
		const onData = (chunk: Buffer): void => {
			const request = parseSimpleGet(chunk)
			const answer = request && lookUp(request)
			if (answer instanceof Promise) void sendWhenRendered(chunk, answer)
			else if (answer) send(answer)
			else handOverToNode(chunk)
		}
		const send = (answer: Buffer): void => {
			// Whoever asks and does not read is not read either, until it does.
			if (!socket.write(answer)) socket.pause()
			if (hasResponded) return
			hasResponded = true
			socket.setTimeout(idleMs)
		}
		/** Meanwhile the connection waits for something, and is not read. */
		const sendWhenRendered = async (chunk: Buffer, pending: Promise<Buffer | null>): Promise<void> => {
			answering.add(socket)
			socket.pause()
			const answer = await pending
			answering.delete(socket)
			if (socket.destroyed) return
			socket.resume()
			if (!answer) return handOverToNode(chunk)
			if (closing) return void socket.end(answer)
			send(answer)
		}
		const onDrain = (): void => void socket.resume()
		const destroy = (): void => void socket.destroy()
		// Node's server lets the other end close first, so that somebody has to close this one.
		const onEnd = (): void => void socket.end()
		const detach = (): void => {
			answering.delete(socket)
			socket.setTimeout(0)
			socket
				.off('data', onData)
				.off('drain', onDrain)
				.off('end', onEnd)
				.off('timeout', destroy)
				.off('error', destroy)
				.off('close', detach)
		}
		socket.setNoDelay(true)
		socket.setTimeout(firstMs)
		socket
			.on('data', onData)
			.on('drain', onDrain)
			.on('end', onEnd)
			.on('timeout', destroy)
			.on('error', destroy)
			.on('close', detach)
	})
	const close = () => {
		closing = true
	}
	return { answering, close }
}

/** A browser's request has some 700 bytes; more is for a parser that has seen everything. */
const REQUEST_BYTES_MAX = 4_096
const REQUEST_LINE = /^GET (\/[!-~]*) HTTP\/1\.1$/
const HEADER_LINE = /^([A-Za-z][A-Za-z0-9-]*): ?([\t -~\x80-\xff]*)$/
/** Fields that change nothing about a page for everybody. With any other, the request is not of the plainest kind. */
const IGNORED_HEADERS =
	/^(user-agent|accept|accept-language|cache-control|pragma|referer|dnt|priority|upgrade-insecure-requests|purpose|via|x-real-ip|sec-[a-z0-9-]+|x-forwarded-[a-z]+)$/

/** Reads a packet that is exactly one plain GET; null for everything else. */
export function parseSimpleGet(packet: Buffer): SimpleGet | null {
	if (packet.length > REQUEST_BYTES_MAX || packet[0] !== 0x47) return null
	const lines = packet.toString('latin1').split('\r\n')
	// The empty line that ends a request, and nothing after it.
	if (lines.length < 4 || lines.pop() !== '' || lines.pop() !== '') return null
	const url = REQUEST_LINE.exec(lines[0] ?? '')?.[1]
	if (url === undefined) return null
	const request: SimpleGet = { url, acceptEncoding: undefined, ifNoneMatch: undefined }
	let hosts = 0
	for (let index = 1; index < lines.length; index += 1) {
		const header = HEADER_LINE.exec(lines[index] ?? '')
		if (!header) return null
		const name = (header[1] as string).toLowerCase()
		const value = (header[2] as string).trim()
		if (IGNORED_HEADERS.test(name)) continue
		if (name === 'host') hosts += 1
		else if (name === 'accept-encoding' && request.acceptEncoding === undefined)
			request.acceptEncoding = value
		else if (name === 'if-none-match' && request.ifNoneMatch === undefined) request.ifNoneMatch = value
		else if (name !== 'connection' || value.toLowerCase() !== 'keep-alive') return null
	}
	return hosts === 1 ? request : null
}
