import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { FolderStore } from '@/lib/media/folder-store'
import { requestContext } from '@/lib/request-context'
import { type RunningServer, type ServerOptions, startServer } from './http-server'

/** A handler in Next's place. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export type HandlerServer = {
	address: string
	/** Requests that reached the handler in the current test, such as `GET /account`. */
	calls: string[]
	close: () => Promise<void>
}

/** Files of the build that the server reads. */
const BUILD = {
	'routes-manifest.json': {
		staticRoutes: [{ page: '/', regex: '^/(account|error|form|data)?$' }],
		dynamicRoutes: [{ page: '/news/[slug]', regex: '^/news/([^/]+?)$' }],
	},
	'stylesheets.json': { '/_next/static/a.css /_next/static/b.css': '/_next/static/ab.css' },
	'server/server-reference-manifest.json': {
		node: { '7f01': { workers: { 'app/desk/stories/page': {} } } },
	},
	'static/ab.css': {},
}
/** A worker thread without routes. */
const WORKER = new URL(
	'data:text/javascript,import{parentPort}from"node:worker_threads";parentPort.on("message",()=>{})',
)

/** Starts the HTTP server with `handlers`, by path, in place of Next, for the tests of a file. */
export function withHandlers(
	handlers: Record<string, Handler>,
	options: Partial<ServerOptions> = {},
): HandlerServer {
	const started: HandlerServer = { address: '', calls: [], close: async () => {} }
	let running: RunningServer
	let folder = ''
	beforeAll(async () => {
		vi.stubEnv('SQUARE_LIMITS', '0')
		vi.stubEnv('SQUARE_SECRET', 'a secret of this test')
		folder = mkdtempSync(join(tmpdir(), 'square-handlers-'))
		writeBuild(folder)
		const nextHandler = async (request: IncomingMessage, response: ServerResponse) => {
			started.calls.push(`${request.method} ${request.url}`)
			const [path = ''] = (request.url ?? '').split('?', 1)
			await (handlers[path] ?? notFound)(request, response)
		}
		const folders = { buildDir: folder, media: new FolderStore(folder), spoolDir: folder }
		running = await startServer({ ...DEFAULTS, nextHandler, ...folders, ...options })
		started.address = `http://127.0.0.1:${(running.server.address() as AddressInfo).port}`
		started.close = running.close
	})
	beforeEach(() => void started.calls.splice(0))
	afterAll(async () => {
		running.server.closeAllConnections()
		await running.close()
		rmSync(folder, { recursive: true, force: true })
	})
	return started
}

const DEFAULTS: Omit<ServerOptions, 'nextHandler' | 'buildDir' | 'media' | 'spoolDir'> = {
	dev: false,
	host: '127.0.0.1',
	port: 0,
	siteUrl: 'http://square.test',
	renderParts: undefined,
	trustedProxies: [],
	purgeUrls: [],
	pageCacheBytes: 1024 * 1024,
	findSiteFile: async () => null,
	cacheableRoutes: [{ path: /^\/news\/([^/]+)$/, query: { page: 'pages' } }],
	fileRoutes: [],
	workerRoutes: [],
	formRoutes: [/^\/form$/],
	writeWorkerFile: WORKER,
	writeWorkerData: null,
	mayUpload: async () => true,
	warmUp: async () => [],
	isHealthy: async () => true,
}

function writeBuild(folder: string): void {
	for (const [name, content] of Object.entries(BUILD)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true })
		writeFileSync(join(folder, name), JSON.stringify(content))
	}
}

/** Sends a page as Next renders it, with two style sheets and scripts of the framework. */
export function sendPage(response: ServerResponse, body: string, status = 200): void {
	const sheets = ['a', 'b'].map((name) => `<link rel="stylesheet" href="/_next/static/${name}.css"/>`)
	response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
	response.write(`<!DOCTYPE html><html lang="en"><head>${sheets.join('')}</head><body>`)
	response.end(`<main>${body}</main><script>self.__next_f.push([])</script></body></html>`)
}

/** A page that shows its path and the cookies that the handler received. */
export const echoPage: Handler = ({ url, headers }, response) =>
	sendPage(response, `<h1>${url}</h1><p>${headers.cookie ?? 'no cookie'}</p>`)

/** The error page: shows the override of the request context. */
export const errorPage: Handler = (_request, response) => {
	const { override } = requestContext()
	sendPage(response, override?.kind === 'error' ? `<h1>${override.title}</h1><p>${override.detail}</p>` : '')
}

const notFound: Handler = (_request, response) => sendPage(response, 'Not found, says Next.', 404)
