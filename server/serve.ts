import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { onChanges } from '@/lib/changes'
import { newExchange } from '@/lib/exchange'
import { addressOf } from './address'
import { type RequestRefusal, refusalOf, respelled } from './admission'
import { Application } from './application'
import { ArrivalLimit } from './arrival-limit'
import { Assets } from './assets'
import { Booth } from './booth'
import { builtRoutes } from './built-routes'
import { watchClock } from './clock-watch'
import { type DirectRoute, DirectRoutes } from './direct'
import { Connections } from './drain'
import { Edge } from './edge'
import { type PlainRequest, standInFront } from './front'
import { answerHealth } from './health'
import { answerMalformed, hasOneHost } from './malformed'
import { savedBytes, serveMedia } from './media'
import { Pages } from './pages'
import type { PageRoute } from './places'
import { NOT_FOUND, problemFor, STOPPING, STOPPING_UNSURE } from './problems'
import { queryRefusal } from './query-limit'
import type { Handle } from './rendering'
import { KEEP_ALIVE_TIMEOUT_MS, Sender } from './sender'
import { watchThread } from './thread-watch'

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
	/** Every address outside the desk that takes a form. */
	forms: readonly RegExp[]
	booth: URL | string
	/** Given to the booth's thread when it begins. */
	boothData: unknown
	/** Whether the cookies are those of a person who may upload; others share the room of one upload. */
	mayUpload: (cookie: string | undefined) => Promise<boolean>
	/** Reader pages that are rendered before the server listens. */
	warmUp: () => Promise<string[]>
	/** Whether the house can answer: asked by whoever watches over it. */
	isWell: () => Promise<boolean>
}

/** Node's own limit is a minute; a browser sends all headers at once. */
const HEADERS_TIMEOUT_MS = 10_000
/** How often Node looks for connections that are over their time. */
const CHECK_MS = 5_000
/** A connection on which nothing moves for so long is given up, also one that is slow to read. */
const IDLE_TIMEOUT_MS = 70_000
/** Below the usual limit of open files, with room for the database and pictures. */
const CONNECTIONS_MAX = 15_000
/** All headers of a request together; ours fill two of these sixteen. */
const HEADER_BYTES_MAX = 16 * 1024

export type House = {
	server: Server
	/** Lets running requests finish, takes no new ones, and resolves when all are done or the time is up. */
	close: () => Promise<void>
}

/** Starts the HTTP server around Next's handler and resolves once it listens. */
export async function serve(options: ServeOptions): Promise<House> {
	const { dev, host, port } = options
	const app = next({ dev, hostname: host, port })
	await app.prepare()
	const arrivals = new ArrivalLimit()
	const { answer, ready, drain, booth, sender } = await furnish(app.getRequestHandler(), options, arrivals)
	const server = createServer(
		{
			maxHeaderSize: HEADER_BYTES_MAX,
			connectionsCheckingInterval: CHECK_MS,
			// Checked below: Node's own answer carries no policy.
			requireHostHeader: false,
		},
		(request, response) => {
			answer(request, response).catch((error) => {
				console.error(error)
				sender.plain(request, response, problemFor(error))
			})
		},
	)
	answerMalformed(server, sender.safety)
	// A switched protocol would leave Node's timeouts behind; only the development server speaks one.
	if (!dev) server.on('upgrade', (_request, socket) => socket.destroy())
	server.maxConnections = CONNECTIONS_MAX
	server.headersTimeout = HEADERS_TIMEOUT_MS
	server.timeout = IDLE_TIMEOUT_MS
	server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS
	const front = standInFront(server, ready, { firstMs: HEADERS_TIMEOUT_MS, idleMs: KEEP_ALIVE_TIMEOUT_MS })
	const connections = new Connections(server, {
		isAnswering: (socket) => front.answering.has(socket),
		refuse: (request, response) =>
			sender.plain(request, response, request.complete ? STOPPING_UNSURE : STOPPING),
	})
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, host, resolve)
	})
	const watches = [arrivals.watch(server), ...(dev ? [] : [watchThread(), watchClock()])]
	const close = async () => {
		for (const end of watches) end()
		drain()
		front.close()
		await connections.close()
		await booth?.close()
	}
	return { server, close }
}

/** Everything behind the door, and the switch that says the house is closing. */
async function furnish(handle: Handle, options: ServeOptions, arrivals: ArrivalLimit) {
	const {
		dev,
		siteUrl,
		trustedProxies,
		edges,
		documentBytesMax,
		mediaDir,
		routes,
		directRoutes,
		isWell,
		mayUpload,
	} = options
	const sender = new Sender({ siteUrl, toldProxies: edges.length > 0 })
	const assets = dev
		? null
		: new Assets({ built: join('.next', 'static'), shared: 'public', headers: fileHeaders(sender.safety) })
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
	const spoolDir = mediaDir
	const application = new Application({ handle, sender, pages, host, dev, spoolDir, mayUpload, arrivals })
	// While developing, Next compiles the routes anew after each change.
	const booth = dev ? null : new Booth(options.booth, options.boothData)
	const direct = booth && new DirectRoutes({ routes: directRoutes, booth, sender, pages, host })
	const edge = new Edge(edges)
	onChanges((changes) => {
		pages.change(changes)
		edge.change(changes)
	})
	const isRoute = dev ? () => true : builtRoutes()
	await pages.prepare(dev ? [] : await options.warmUp())
	let draining = false
	const answerSlowly = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const admission = { dev, siteUrl, forms: options.forms }
		const refusal = refusalOf(request, admission) ?? queryRefusal(request.url ?? '/')
		if (refusal) return refuse(response, refusal, sender.safety)
		const { method, url = '/' } = request
		const address = respelled(url)
		if (address) return sender.moved(response, address)
		const isReady = async () => !draining && (await isWell())
		if (await answerHealth(request, response, { safety: sender.safety, isReady })) return
		if (dev && url.startsWith('/_next/')) return handle(request, response)
		if (await assets?.serve(request, response)) return
		if (await serveMedia(request, response, mediaDir)) return
		const client = addressOf(request, trustedProxies)
		if (await direct?.answer(request, response, client)) return
		if (!isRoute(url))
			return pages.showProblem(request, response, NOT_FOUND, { exchange: newExchange(client) })
		const reads = (method === 'GET' || method === 'HEAD') && !/^\/(desk|api|_next)(?=[/?]|$)/.test(url)
		await (reads ? pages : application).answer(request, response, client)
	}
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		if (draining) response.shouldKeepAlive = false
		if (!hasOneHost(request)) return refuse(response, HOST_REFUSAL, sender.safety)
		if (!pages.answerAtOnce(request, response)) await answerSlowly(request, response)
	}
	return {
		booth,
		sender,
		answer,
		ready: (request: PlainRequest) => (draining ? null : pages.packet(request)),
		drain: () => {
			draining = true
			edge.close()
		},
	}
}

const HOST_REFUSAL: RequestRefusal = { status: 400, message: 'A request names its host once.' }

function refuse(
	response: ServerResponse,
	{ status, message, allow }: RequestRefusal,
	safety: Record<string, string>,
): void {
	response.writeHead(status, {
		...safety,
		'Content-Type': 'text/plain; charset=utf-8',
		'Cache-Control': 'no-store',
		Connection: 'close',
		...(allow && { Allow: allow }),
	})
	response.end(message)
}

/** Without the headers that only documents heed: a page fetches several files. */
function fileHeaders(safety: Record<string, string>): Record<string, string> {
	const { 'Permissions-Policy': _, 'Cross-Origin-Opener-Policy': __, ...rest } = safety
	return rest
}
