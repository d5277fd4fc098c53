import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { onInvalidate } from '@/lib/invalidation'
import type { IpRange } from '@/lib/ip-network'
import type { MediaStore } from '@/lib/media/media-store'
import { newRequestContext } from '@/lib/request-context'
import { AppHandler } from './app-handler'
import { ArrivalLimit } from './arrival-limit'
import { builtRoutes } from './built-routes'
import type { CacheableRoute } from './cache-key'
import { handleClientErrors, hasOneHost } from './client-errors'
import { clientIp } from './client-ip'
import { watchClock } from './clock-watch'
import { readActions } from './desk-forms'
import { Connections } from './drain'
import { errorPageFor, NOT_FOUND, STOPPING, STOPPING_UNSURE } from './error-pages'
import { monitorEventLoop } from './event-loop-monitor'
import { installFastPath, type SimpleGet } from './fast-path'
import { createFileServers } from './file-servers'
import { serveHealth } from './health'
import type { NextHandler } from './next-renderer'
import type { RenderParts } from './page-assembler'
import { pageEntrypoints } from './page-entrypoints'
import { PageHandler } from './page-handler'
import { saveDataBytes } from './photo-files'
import { ProxyPurger } from './proxy-purge'
import { queryRejection } from './query-limit'
import { KEEP_ALIVE_TIMEOUT_MS } from './raw-response'
import { type FileRoute, RenderedFiles } from './rendered-files'
import { canonicalUrl, type Rejection, rejectionFor } from './request-guard'
import { ResponseWriter } from './response-writer'
import type { FindSiteFile } from './site-files'
import { builtStylesheets } from './stylesheets'
import { type WorkerRoute, WorkerRoutes } from './worker-routes'
import { WriteWorker } from './write-worker'

export type ServerOptions = {
	/** Renders pages and runs the routes outside the worker. */
	nextHandler: NextHandler
	dev: boolean
	/** Folder of the build; unused in development. */
	buildDir: string
	host: string
	port: number
	/** Public base URL of the site. */
	siteUrl: string
	trustedProxies: readonly IpRange[]
	/** Endpoints of the proxies, to which PURGE requests are sent. */
	purgeUrls: string[]
	pageCacheBytes: number
	/** Store of the photographs. */
	media: MediaStore
	/** Folder of the upload spool. */
	spoolDir: string
	/** Reads files of the site itself, such as its logo. */
	findSiteFile: FindSiteFile
	cacheableRoutes: readonly CacheableRoute[]
	/** Files rendered from the database, such as feeds. */
	fileRoutes: readonly FileRoute[]
	/** Renders the parts of pages into their shells; without it Next renders each page with its parts. */
	renderParts: RenderParts | undefined
	/** Routes that run in the worker thread, without Next; the worker holds the same list in the same order. */
	workerRoutes: readonly WorkerRoute[]
	/** Paths of handlers that accept POST. */
	formRoutes: readonly RegExp[]
	writeWorkerFile: URL | string
	/** `workerData` of the worker thread. */
	writeWorkerData: unknown
	/** Whether the cookies belong to an account with the upload permission; other clients share one spool slot. */
	mayUpload: (cookie: string | undefined) => Promise<boolean>
	/** Paths of the pages to render before the server listens. */
	warmUp: () => Promise<string[]>
	/** Readiness check, for `/healthz/ready`. */
	isHealthy: () => Promise<boolean>
}

/** Limit for the arrival of all headers; Node's default is a minute, but a browser sends them at once. */
const HEADERS_TIMEOUT_MS = 10_000
/** Interval of Node's check for expired connections. */
const TIMEOUT_CHECK_MS = 5_000
/** Idle time after which a socket is destroyed, also that of a client that reads too slowly. */
const IDLE_TIMEOUT_MS = 70_000
/** Connection limit: below the usual limit of open files, with a reserve for the database and photo files. */
const CONNECTIONS_MAX = 15_000
/** New connections that wait for `accept`, up to the system's limit; beyond Node's 511 the kernel resets some of a crowd. */
const BACKLOG = 4_096
/** Limit for all headers of a request; those of a browser on this site take 2 kB. */
const HEADER_BYTES_MAX = 16 * 1024

export type RunningServer = {
	server: Server
	/** Drains the connections; resolves when all are closed, or after `DRAIN_MS` (see `drain.ts`). */
	close: () => Promise<void>
}

/** Starts the HTTP server around Next's handler; resolves once it listens, rejects with the error of `listen`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const { dev, host, port } = options
	const arrivals = new ArrivalLimit()
	const { handleFast, cachedResponse, drain, worker, writer } = await createRequestHandler(options, arrivals)
	const server = createServer(
		{
			maxHeaderSize: HEADER_BYTES_MAX,
			connectionsCheckingInterval: TIMEOUT_CHECK_MS,
			// `hasOneHost` checks it: Node's own 400 lacks our security headers.
			requireHostHeader: false,
		},
		(request, response) => {
			handleFast(request, response).catch((error) => {
				console.error(error)
				writer.sendPlainError(request, response, errorPageFor(error))
			})
		},
	)
	handleClientErrors(server, writer.securityHeaders)
	// Upgraded sockets escape Node's timeouts; only the development server uses WebSockets.
	if (!dev) server.on('upgrade', (_request, socket) => socket.destroy())
	server.maxConnections = CONNECTIONS_MAX
	server.headersTimeout = HEADERS_TIMEOUT_MS
	server.timeout = IDLE_TIMEOUT_MS
	server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS
	const fastPath = installFastPath(server, cachedResponse, {
		firstMs: HEADERS_TIMEOUT_MS,
		idleMs: KEEP_ALIVE_TIMEOUT_MS,
	})
	const connections = new Connections(server, {
		isAwaitingResponse: (socket) => fastPath.awaitingResponse.has(socket),
		reject: (request, response) =>
			writer.sendPlainError(request, response, request.complete ? STOPPING_UNSURE : STOPPING),
	})
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen({ port, host, backlog: BACKLOG }, resolve)
	})
	const watches = [arrivals.watch(server), ...(dev ? [] : [monitorEventLoop(), watchClock()])]
	const close = async () => {
		for (const end of watches) end()
		drain()
		fastPath.close()
		await connections.close()
		await worker?.close()
	}
	return { server, close }
}

/** Builds the request handler with its parts; `drain` makes each further response close its connection. */
async function createRequestHandler(options: ServerOptions, arrivals: ArrivalLimit) {
	const { nextHandler, dev, buildDir, siteUrl, purgeUrls, media, isHealthy } = options
	const writer = new ResponseWriter({ siteUrl, purgesProxies: purgeUrls.length > 0 })
	const files = createFileServers(options, writer.securityHeaders)
	const { host } = new URL(siteUrl)
	const cacheBytes = dev ? 0 : options.pageCacheBytes
	const pages = new PageHandler({
		...options,
		writer,
		bundleStylesheets: dev ? undefined : builtStylesheets(buildDir),
		host,
		savedBytes: (path) => saveDataBytes(path, media),
		// The development server recompiles pages and parts after each change.
		renderParts: dev ? undefined : options.renderParts,
		pageEntrypoint: dev || !options.renderParts ? undefined : pageEntrypoints(options.host, buildDir),
		cacheBytes,
	})
	const renderedFiles = new RenderedFiles({ ...options, writer, pages, cacheBytes })
	const actions = dev ? null : readActions(buildDir)
	const appHandler = new AppHandler({
		...options,
		writer,
		pages,
		host,
		actions,
		arrivals,
	})
	// The development server runs these routes in Next, which recompiles them after each change.
	const worker = dev ? null : new WriteWorker(options.writeWorkerFile, options.writeWorkerData)
	const workerRouteHandler =
		worker && new WorkerRoutes({ routes: options.workerRoutes, worker, writer, pages, host })
	const purger = new ProxyPurger(purgeUrls)
	onInvalidate((changes) => {
		pages.invalidate(changes)
		renderedFiles.invalidate(changes)
		files.invalidate(changes)
		purger.invalidate(changes)
	})
	const isRoute = dev ? () => true : builtRoutes(buildDir)
	await pages.warmUp(dev ? [] : await options.warmUp())
	const lookUp = (request: SimpleGet) =>
		pages.cachedRawResponse(request) ?? renderedFiles.cachedRawResponse(request) ?? files.rawResponse(request)
	let draining = false
	const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const guardOptions = { dev, siteUrl, forms: options.formRoutes }
		const rejection = rejectionFor(request, guardOptions) ?? queryRejection(request.url ?? '/')
		if (rejection) return sendRejection(response, rejection, writer.securityHeaders)
		const { method, url = '/' } = request
		const location = canonicalUrl(url)
		if (location) return writer.sendRedirect(response, location)
		const isReady = async () => !draining && (await isHealthy())
		if (await serveHealth(request, response, { securityHeaders: writer.securityHeaders, isReady })) return
		if (dev && url.startsWith('/_next/')) return nextHandler(request, response)
		if (await files.serve(request, response)) return
		const client = clientIp(request, options.trustedProxies)
		if (await renderedFiles.handle(request, response, client)) return
		if (await workerRouteHandler?.handle(request, response, client)) return
		if (!isRoute(url))
			return pages.sendErrorPage(request, response, NOT_FOUND, { context: newRequestContext(client) })
		const isPage = (method === 'GET' || method === 'HEAD') && !/^\/(desk|api|_next)(?=[/?]|$)/.test(url)
		await (isPage ? pages : appHandler).handle(request, response, client)
	}
	const handleFast = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		if (draining) response.shouldKeepAlive = false
		if (!hasOneHost(request)) return sendRejection(response, HOST_REFUSAL, writer.securityHeaders)
		if (!pages.tryCached(request, response)) await handle(request, response)
	}
	return {
		worker,
		writer,
		handleFast,
		cachedResponse: (request: SimpleGet) => (draining ? null : lookUp(request)),
		drain: () => {
			draining = true
			purger.close()
		},
	}
}

const HOST_REFUSAL: Rejection = { status: 400, message: 'A request names its host once.' }

function sendRejection(
	response: ServerResponse,
	{ status, message, allow }: Rejection,
	securityHeaders: Record<string, string>,
): void {
	response.writeHead(status, {
		...securityHeaders,
		'Content-Type': 'text/plain; charset=utf-8',
		'Cache-Control': 'no-store',
		Connection: 'close',
		...(allow && { Allow: allow }),
	})
	response.end(message)
}
