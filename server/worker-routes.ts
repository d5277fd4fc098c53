import type { IncomingMessage, ServerResponse } from 'node:http'
import { newRequestContext } from '@/lib/request-context'
import { FORWARDED_HEADERS, type RouteRequest } from '@/lib/route-request'
import { errorPageFor } from './error-pages'
import { hasTooManyFields, TOO_MANY_FIELDS } from './form-fields'
import type { PageHandler } from './page-handler'
import { clientAborted, readBody } from './request-body'
import type { ResponseWriter } from './response-writer'
import type { WorkerResponse, WriteWorker } from './write-worker'

/** A route that needs nothing of Next: it is given a request and gives a response. */
export type WorkerRoute = {
	method: 'GET' | 'POST'
	/** What it captures is the part of the address that the route wants to know. */
	path: RegExp
	handle: (request: RouteRequest, param: string) => Promise<Response>
}

type Options = {
	routes: readonly WorkerRoute[]
	worker: WriteWorker
	writer: ResponseWriter
	pages: PageHandler
	host: string
}

/**
 * Has the routes that a crowd uses at the same moment (votes, ratings, comments, one's own state) called in
 * the booth, as plain functions. Next would call the very same functions, and spend more time on that than
 * they take.
 */
export class WorkerRoutes {
	readonly #options: Options

	constructor(options: Options) {
		this.#options = options
	}

	/** Answers if the request is for such a route. */
	async handle(request: IncomingMessage, response: ServerResponse, clientIp: string): Promise<boolean> {
		const { routes, worker, writer, pages, host } = this.#options
		const { method = '', url = '' } = request
		const found = findRoute(routes, method, url)
		if (!found) return false
		let body = new Uint8Array()
		try {
			const form = method === 'POST' ? await readBody(request) : Buffer.alloc(0)
			if (hasTooManyFields(form, request.headers['content-type'])) {
				writer.sendPlainError(request, response, TOO_MANY_FIELDS)
				return true
			}
			// Its own bytes: what is handed to a thread takes along all of the memory that it is a part of.
			body = Uint8Array.from(form)
			const headers = forwardedHeaders(request)
			const result = await worker.dispatch({ ...found, url: `http://${host}${url}`, headers, body, clientIp })
			const { errorPage, cookies } = result
			if (errorPage)
				await pages.sendErrorPage(request, response, errorPage, {
					context: newRequestContext(clientIp),
					cookies,
				})
			else await writer.sendBuffered(request, response, toBufferedResponse(result))
		} catch (error) {
			if (clientAborted(request)) return true
			console.error(error)
			const errorPage = errorPageFor(error)
			const values = formFields(request, body)
			if (Object.keys(values).length === 0)
				await pages.sendErrorPage(request, response, errorPage, { context: newRequestContext(clientIp) })
			else
				writer.sendPlainError(request, response, { ...errorPage, form: { message: '', field: null, values } })
		}
		return true
	}
}

/** What an ordinary form brought. */
function formFields({ headers }: IncomingMessage, body: Uint8Array): Record<string, string> {
	if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return {}
	return Object.fromEntries(new URLSearchParams(Buffer.from(body).toString()))
}

function toBufferedResponse({ status, headers, cookies, body }: WorkerResponse) {
	const all: Record<string, string | string[]> = Object.fromEntries(headers)
	if (cookies.length > 0) all['set-cookie'] = cookies
	return { status, headers: all, body: Buffer.from(body) }
}

/** The number of the route for an address, with the part of it that the route wants to know. */
function findRoute(routes: readonly WorkerRoute[], method: string, url: string) {
	const [path = ''] = url.split('?', 1)
	for (const [route, each] of routes.entries()) {
		const found = each.method === method && each.path.exec(path)
		if (found) return { route, param: found[1] ?? '' }
	}
	return null
}

function forwardedHeaders({ headers }: IncomingMessage): Record<string, string> {
	const read: Record<string, string> = {}
	for (const name of FORWARDED_HEADERS) if (headers[name] !== undefined) read[name] = headers[name]
	return read
}
