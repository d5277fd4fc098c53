import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Asked, HEADERS_READ } from '@/lib/asked'
import { newExchange } from '@/lib/exchange'
import { bodyOf, wentAway } from './body'
import type { Booth, Receipt } from './booth'
import { hasTooManyFields, TOO_MANY_FIELDS } from './form-fields'
import type { Pages } from './pages'
import { problemFor } from './problems'
import type { Sender } from './sender'

/** A route that needs nothing of Next: it is given a request and gives a response. */
export type DirectRoute = {
	method: 'GET' | 'POST'
	/** What it captures is the part of the address that the route wants to know. */
	path: RegExp
	answer: (request: Asked, part: string) => Promise<Response>
}

type Options = { routes: readonly DirectRoute[]; booth: Booth; sender: Sender; pages: Pages; host: string }

/**
 * Has the routes that a crowd uses at the same moment (votes, ratings, comments, one's own state) called in
 * the booth, as plain functions. Next would call the very same functions, and spend more time on that than
 * they take.
 */
export class DirectRoutes {
	readonly #options: Options

	constructor(options: Options) {
		this.#options = options
	}

	/** Answers if the request is for such a route. */
	async answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<boolean> {
		const { routes, booth, sender, pages, host } = this.#options
		const { method = '', url = '' } = request
		const found = routeFor(routes, method, url)
		if (!found) return false
		let body = new Uint8Array()
		try {
			const form = method === 'POST' ? await bodyOf(request) : Buffer.alloc(0)
			if (hasTooManyFields(form, request.headers['content-type'])) {
				sender.plain(request, response, TOO_MANY_FIELDS)
				return true
			}
			// Its own bytes: what is handed to a thread takes along all of the memory that it is a part of.
			body = Uint8Array.from(form)
			const headers = headersRead(request)
			const receipt = await booth.take({ ...found, url: `http://${host}${url}`, headers, body, address })
			const { problem, cookies } = receipt
			if (problem)
				await pages.showProblem(request, response, problem, { exchange: newExchange(address), cookies })
			else await sender.other(request, response, rendered(receipt))
		} catch (error) {
			if (wentAway(request)) return true
			console.error(error)
			const problem = problemFor(error)
			const values = typedIn(request, body)
			if (Object.keys(values).length === 0)
				await pages.showProblem(request, response, problem, { exchange: newExchange(address) })
			else sender.plain(request, response, { ...problem, form: { message: '', field: null, values } })
		}
		return true
	}
}

/** What an ordinary form brought. */
function typedIn({ headers }: IncomingMessage, body: Uint8Array): Record<string, string> {
	if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return {}
	return Object.fromEntries(new URLSearchParams(Buffer.from(body).toString()))
}

function rendered({ status, headers, cookies, body }: Receipt) {
	const all: Record<string, string | string[]> = Object.fromEntries(headers)
	if (cookies.length > 0) all['set-cookie'] = cookies
	return { status, headers: all, body: Buffer.from(body) }
}

/** The number of the route for an address, with the part of it that the route wants to know. */
function routeFor(routes: readonly DirectRoute[], method: string, url: string) {
	const [path = ''] = url.split('?', 1)
	for (const [route, each] of routes.entries()) {
		const found = each.method === method && each.path.exec(path)
		if (found) return { route, part: found[1] ?? '' }
	}
	return null
}

function headersRead({ headers }: IncomingMessage): Record<string, string> {
	const read: Record<string, string> = {}
	for (const name of HEADERS_READ) if (headers[name] !== undefined) read[name] = headers[name]
	return read
}
