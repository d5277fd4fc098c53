import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** Time for running requests to finish when the process is asked to stop. */
export const DRAIN_MS = 10_000
/** Connections are still taken for so long, at least until a turn of the event loop brings no new one … */
const ACCEPT_MS = 500
/** … and at most for so long: when listening ends, the kernel resets those that were not handed over yet. */
const ACCEPT_MAX_MS = 5_000
const SWEEP_MS = 100
/**
 * A connection on which nothing has moved in so many sweeps, a second, is closed: a form on its way has arrived by
 * then. Not counted by time: after a stall of this thread all bytes are still to be read.
 */
const QUIET_SWEEPS = 10
/** What is under way after so long is refused, which leaves time for the refusal to arrive. */
const REJECT_AFTER_MS = 8_000

type Connection = {
	socket: Socket
	/** The request that is being answered. */
	request: IncomingMessage | null
	response: ServerResponse | null
	/** Bytes in both directions when they were last looked at, and for how many sweeps there were no more. */
	bytes: number
	quiet: number
}

type Options = {
	/** Whether the connection waits for an answer that is no request of Node's server. */
	isAwaitingResponse: (socket: Socket) => boolean
	/** Answers a request that is not finished in time. */
	reject: (request: IncomingMessage, response: ServerResponse) => void
}

/**
 * Keeps the connections of a server, so that it can be closed without resetting one. Node's own way destroys
 * idle connections at once, also such as have a request on the wire, and the kernel then resets them.
 */
export class Connections {
	readonly #server: Server
	readonly #options: Options
	readonly #open = new Map<Socket, Connection>()
	#accepted = 0
	#closing = false

	constructor(server: Server, options: Options) {
		this.#server = server
		this.#options = options
		server.on('connection', (socket: Socket) => this.#add(socket))
		server.on('request', (request, response) => this.#track(request, response))
	}

	/** Answers what comes until the connections are quiet, and resolves when all are closed or the time is up. */
	close(): Promise<void> {
		this.#closing = true
		for (const { socket } of this.#open.values()) disableDestroySoon(socket)
		const began = performance.now()
		setTimeout(() => this.#stopListening(began + ACCEPT_MAX_MS), ACCEPT_MS)
		return new Promise((resolve) => {
			const sweep = setInterval(() => {
				const elapsed = performance.now() - began
				for (const connection of this.#open.values()) this.#check(connection, elapsed)
				const late = elapsed >= DRAIN_MS
				if (late) for (const { socket } of this.#open.values()) socket.destroy()
				if (!late && (this.#open.size > 0 || this.#server.listening)) return
				clearInterval(sweep)
				resolve()
			}, SWEEP_MS)
		})
	}

	#stopListening(until: number): void {
		const accepted = this.#accepted
		setImmediate(() => {
			if (accepted !== this.#accepted && performance.now() < until) return this.#stopListening(until)
			// Past Node's HTTP server, which would destroy idle connections.
			NetServer.prototype.close.call(this.#server)
		})
	}

	#add(socket: Socket): void {
		this.#accepted += 1
		this.#open.set(socket, { socket, request: null, response: null, bytes: 0, quiet: 0 })
		socket.once('close', () => this.#open.delete(socket))
		if (this.#closing) disableDestroySoon(socket)
	}

	#track(request: IncomingMessage, response: ServerResponse): void {
		const connection = this.#open.get(request.socket)
		if (!connection) return
		Object.assign(connection, { request, response })
		response.once('close', () => {
			if (connection.response === response) Object.assign(connection, { request: null, response: null })
		})
	}

	#check(connection: Connection, elapsed: number): void {
		const { socket, request, response } = connection
		const bytes = socket.bytesRead + socket.bytesWritten
		connection.quiet = bytes === connection.bytes ? connection.quiet + 1 : 0
		connection.bytes = bytes
		if (request && response) {
			if (elapsed >= REJECT_AFTER_MS && !response.headersSent) this.#reject(request, response)
			return
		}
		if (this.#options.isAwaitingResponse(socket) || connection.quiet < QUIET_SWEEPS) return
		if (socket.writableEnded) socket.destroy()
		else socket.end()
		connection.quiet = 0
	}

	/** What comes of the request after this is read, so that the connection is not reset, and thrown away. */
	#reject(request: IncomingMessage, response: ServerResponse): void {
		request.removeAllListeners('data').removeAllListeners('end').resume()
		response.shouldKeepAlive = false
		this.#options.reject(request, response)
	}
}

/** After the last answer Node destroys a socket, which resets it if the other end is still sending. */
function disableDestroySoon(socket: Socket): void {
	socket.destroySoon = () => void socket.end()
}
