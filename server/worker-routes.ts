import type { IncomingMessage, ServerResponse } from 'node:http'
import { type FormValues, groupValues } from '@/lib/form-values'
import { newRequestContext } from '@/lib/request-context'
import { FORWARDED_HEADERS, type RouteRequest } from '@/lib/route-request'
import { errorPageFor } from './error-pages'
import { hasTooManyFields, TOO_MANY_FIELDS } from './form-fields'
import type { PageHandler } from './page-handler'
import { clientAborted, readBody } from './request-body'
import type { ResponseWriter } from './response-writer'
import type { WorkerResponse, WriteWorker } from './write-worker'

/** A route that does not use Next: a function from request to response. */
export type WorkerRoute = {
	method: 'GET' | 'POST'
	/** Pattern of the path; its first capture group becomes `param`. */
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
 * Runs the routes with the most simultaneous requests (votes, ratings, comments, viewer state) in the worker
 * thread, as plain functions. Next would call the same functions, with an overhead beyond their own time.
 */
export class WorkerRoutes {
	readonly #options: Options

	constructor(options: Options) {
		this.#options = options
	}

	/** Sends the response of a worker route. @returns false if the request matches none */
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
			// A copy: structured cloning a view would copy its whole ArrayBuffer, such as Node's shared pool.
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

/** Fields of a urlencoded form; empty for other content types. */
function formFields({ headers }: IncomingMessage, body: Uint8Array): FormValues {
	if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return {}
	return groupValues(new URLSearchParams(Buffer.from(body).toString()))
}

function toBufferedResponse({ status, headers, cookies, body }: WorkerResponse) {
	const all: Record<string, string | string[]> = Object.fromEntries(headers)
	if (cookies.length > 0) all['set-cookie'] = cookies
	return { status, headers: all, body: Buffer.from(body) }
}

/** Index and `param` of the route for a URL, or null. */
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
	for (const name of FORWARDED_HEADERS) {
		const value = headers[name]
		if (typeof value === 'string') read[name] = value
	}
	return read
}
