import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { type Exchange, withExchange } from '@/lib/exchange'
import { addressOf } from './address'
import { type RequestRefusal, refusalOf } from './admission'
import { holdAnswer } from './answer'
import { serveMedia } from './media'

export type ServeOptions = { dev: boolean; host: string; port: number; trustedProxies: string[] }

/** Node's own limits are minutes; a reader's request is over in seconds, an upload in one minute. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 60_000
/** Longer than the keep-alive of the usual proxies, so that they close first. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000
/** Below the usual limit of open files, with room for the database and pictures. */
const CONNECTIONS_MAX = 15_000
/** Time for running requests to finish when the process is asked to stop. */
export const DRAIN_MS = 10_000

/** Starts the HTTP server around Next's handler and resolves once it listens. */
export async function serve({ dev, host, port, trustedProxies }: ServeOptions): Promise<Server> {
	const app = next({ dev, hostname: host, port })
	await app.prepare()
	const handle = app.getRequestHandler()
	const server = createServer((request, response) => {
		const address = addressOf(request, trustedProxies)
		answer(handle, address, request, response).catch((error) => fail(response, error))
	})
	// A switched protocol would leave Node's timeouts behind; only the development server speaks one.
	if (!dev) server.on('upgrade', (_request, socket) => socket.destroy())
	server.maxConnections = CONNECTIONS_MAX
	server.headersTimeout = HEADERS_TIMEOUT_MS
	server.requestTimeout = REQUEST_TIMEOUT_MS
	server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, host, resolve)
	})
	return server
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

async function answer(
	handle: Handle,
	address: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const refusal = refusalOf(request)
	if (refusal) return refuse(response, refusal)
	if (await serveMedia(request, response, env.mediaDir)) return
	const exchange: Exchange = { address, answer: null, form: null }
	holdAnswer(request, response, exchange, (page) => withExchange(exchange, () => handle(page, response)))
	await withExchange(exchange, () => handle(request, response))
}

function refuse(response: ServerResponse, { status, message }: RequestRefusal): void {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
	response.end(message)
}

function fail(response: ServerResponse, error: unknown): void {
	console.error(error)
	if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
	response.end('The page could not be made. Please try again in a moment.')
}
