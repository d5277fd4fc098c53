import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** Time for running requests to finish when the process is asked to stop. */
export const DRAIN_MS = 10_000
/** Minimum time of accepting connections; it extends until a turn of the event loop accepts none … */
const ACCEPT_MS = 500
/** … or up to this limit: on closing the listener, the kernel resets connections that are not yet accepted. */
const ACCEPT_MAX_MS = 5_000
const SWEEP_MS = 100
/**
 * Sweeps without bytes, one second, after which a connection is closed: a form in transit has arrived by then.
 * Counted in sweeps, since after a stall of this thread the received bytes are still unread.
 */
const QUIET_SWEEPS = 10
/** Age at which unfinished requests get 503, early enough for the response to arrive before `DRAIN_MS`. */
const REJECT_AFTER_MS = 8_000

type Connection = {
	socket: Socket
	/** The request in progress. */
	request: IncomingMessage | null
	response: ServerResponse | null
	/** Bytes in both directions at the last sweep, and the number of sweeps without new ones. */
	bytes: number
	quiet: number
}

type Options = {
	/** Whether the fast path has a render in flight for the connection. */
	isAwaitingResponse: (socket: Socket) => boolean
	/** Sends the 503 of a request that is not finished in time. */
	reject: (request: IncomingMessage, response: ServerResponse) => void
}

/**
 * Tracks the connections of a server to drain them without a reset. Node's `close` destroys idle connections at
 * once; the kernel then resets those with a request in transit.
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

	/** Serves requests until the connections are quiet; resolves when all are closed, or after `DRAIN_MS`. */
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
			// Bypasses `http.Server.close`, which destroys idle connections.
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

	/** Rejects a request; the rest of its body is read and discarded, since unread bytes would cause a reset. */
	#reject(request: IncomingMessage, response: ServerResponse): void {
		request.removeAllListeners('data').removeAllListeners('end').resume()
		response.shouldKeepAlive = false
		this.#options.reject(request, response)
	}
}

/** Ends instead of destroys the socket after its last response: destroying resets it while the client sends. */
function disableDestroySoon(socket: Socket): void {
	socket.destroySoon = () => void socket.end()
}
