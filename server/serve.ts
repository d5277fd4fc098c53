import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { onChanges } from '@/lib/changes'
import { addressOf } from './address'
import { type RequestRefusal, refusalOf } from './admission'
import { Application } from './application'
import { Assets } from './assets'
import { Booth } from './booth'
import { type DirectRoute, DirectRoutes } from './direct'
import { Edge } from './edge'
import { type PlainRequest, standInFront } from './front'
import { answerHealth } from './health'
import { savedBytes, serveMedia } from './media'
import { Pages } from './pages'
import type { PageRoute } from './places'
import type { Handle } from './rendering'
import { KEEP_ALIVE_TIMEOUT_MS, Sender } from './sender'

export type ServeOptions = {
	dev: boolean
	host: string
	port: number
	/** The address readers use. */
	siteUrl: string
	trustedProxies: string[]
	/** Proxies that are told which pages have changed. */
	edges: string[]
	documentBytesMax: number
	/** The folder of photographs made ready to print. */
	mediaDir: string
	routes: readonly PageRoute[]
	/** Routes that are called without Next, in the booth; its program knows the same ones. */
	directRoutes: readonly DirectRoute[]
	booth: URL | string
	/** Whether the house can answer: asked by whoever watches over it. */
	isWell: () => Promise<boolean>
}

/** Node's own limits are minutes; a reader's request is over in seconds, an upload in one minute. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 60_000
/** How often Node looks for connections that are over their time. */
const CHECK_MS = 5_000
/** A connection on which nothing moves for so long is given up, also one that is slow to read. */
const IDLE_TIMEOUT_MS = 70_000
/** Below the usual limit of open files, with room for the database and pictures. */
const CONNECTIONS_MAX = 15_000
/** All headers of a request together; ours fill two of these sixteen. */
const HEADER_BYTES_MAX = 16 * 1024
/** Time for running requests to finish when the process is asked to stop. */
export const DRAIN_MS = 10_000
/** How often a closing house looks for connections on which nothing is being answered any more. */
const SWEEP_MS = 100

export type House = {
	server: Server
	/** Lets running requests finish, takes no new ones, and resolves when all are done or the time is up. */
	close: () => Promise<void>
	/** How often the other thread has begun or ended a commit. */
	ticks: () => number
}

/** Starts the HTTP server around Next's handler and resolves once it listens. */
export async function serve(options: ServeOptions): Promise<House> {
	const { dev, host, port } = options
	const app = next({ dev, hostname: host, port })
	await app.prepare()
	const { answer, ready, drain, booth } = await furnish(app.getRequestHandler(), options)
	const server = createServer(
		{ maxHeaderSize: HEADER_BYTES_MAX, connectionsCheckingInterval: CHECK_MS },
		(request, response) => {
			answer(request, response).catch((error) => fail(response, error))
		},
	)
	// A switched protocol would leave Node's timeouts behind; only the development server speaks one.
	if (!dev) server.on('upgrade', (_request, socket) => socket.destroy())
	server.maxConnections = CONNECTIONS_MAX
	server.headersTimeout = HEADERS_TIMEOUT_MS
	server.requestTimeout = REQUEST_TIMEOUT_MS
	server.timeout = IDLE_TIMEOUT_MS
	server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS
	const release = standInFront(server, ready, { firstMs: HEADERS_TIMEOUT_MS, idleMs: KEEP_ALIVE_TIMEOUT_MS })
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, host, resolve)
	})
	const close = async () => {
		drain()
		release()
		await closed(server)
		await booth?.close()
	}
	return { server, close, ticks: () => booth?.ticks ?? 0 }
}

/** Everything behind the door, and the switch that says the house is closing. */
async function furnish(handle: Handle, options: ServeOptions) {
	const { dev, siteUrl, trustedProxies, edges, documentBytesMax, mediaDir, routes, directRoutes, isWell } =
		options
	const sender = new Sender({ siteUrl, toldProxies: edges.length > 0 })
	const assets = dev
		? null
		: new Assets({ built: join('.next', 'static'), shared: 'public', headers: sender.safety })
	const { host } = new URL(siteUrl)
	const pages = new Pages({
		handle,
		sender,
		routes,
		joinStyles: assets ? (paths) => assets.joinStyles(paths) : undefined,
		host,
		savedBytes: (path) => savedBytes(path, mediaDir),
		bytesMax: dev ? 0 : documentBytesMax,
	})
	const application = new Application({ handle, sender, pages, host, dev })
	// While developing, Next compiles the routes anew after each change.
	const booth = dev ? null : new Booth(options.booth)
	const direct = booth && new DirectRoutes({ routes: directRoutes, booth, sender, pages, host })
	const edge = new Edge(edges)
	onChanges((changes) => {
		pages.change(changes)
		edge.change(changes)
	})
	await pages.prepare()
	let draining = false
	const answerSlowly = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const refusal = refusalOf(request, dev)
		if (refusal) return refuse(response, refusal)
		const { method, url = '/' } = request
		if (await answerHealth(request, response, async () => !draining && (await isWell()))) return
		if (dev && url.startsWith('/_next/')) return handle(request, response)
		if (await assets?.serve(request, response)) return
		if (await serveMedia(request, response, mediaDir)) return
		const address = addressOf(request, trustedProxies)
		if (await direct?.answer(request, response, address)) return
		const reads = (method === 'GET' || method === 'HEAD') && !/^\/(desk|api|_next)(?=[/?]|$)/.test(url)
		await (reads ? pages : application).answer(request, response, address)
	}
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		if (draining) response.shouldKeepAlive = false
		if (!pages.answerAtOnce(request, response)) await answerSlowly(request, response)
	}
	return {
		booth,
		answer,
		ready: (request: PlainRequest) => (draining ? null : pages.packet(request)),
		drain: () => {
			draining = true
			edge.close()
		},
	}
}

/** Who was being answered may have been told to stay, so connections are looked at again once that is done. */
function closed(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
		const late = setTimeout(done, DRAIN_MS)
		server.close(done)
		server.closeIdleConnections()
		function done() {
			clearInterval(sweep)
			clearTimeout(late)
			resolve()
		}
	})
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
