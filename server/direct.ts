import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asked } from '@/lib/asked'
import { newExchange, withExchange } from '@/lib/exchange'
import { bodyOf, wentAway } from './body'
import type { Pages } from './pages'
import { FAILED } from './problems'
import type { Sender } from './sender'
import { Turns } from './turns'

/** A route that needs nothing of Next: it is given a request and gives a response. */
export type DirectRoute = {
	method: 'GET' | 'POST'
	/** What it captures is the part of the address that the route wants to know. */
	path: RegExp
	answer: (request: Asked, part: string) => Promise<Response>
}

type Options = { routes: readonly DirectRoute[]; sender: Sender; pages: Pages; host: string }

/**
 * Calls the routes that a crowd uses at the same moment (votes, ratings, comments, one's own state) as plain
 * functions. Next would call the very same functions, and spend more time on that than they take.
 */
export class DirectRoutes {
	readonly #options: Options
	readonly #turns: Turns

	constructor(options: Options) {
		this.#options = options
		this.#turns = new Turns(() => options.pages.served)
	}

	/** Answers if the request is for such a route. */
	async answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<boolean> {
		const { routes, sender, pages, host } = this.#options
		const { method = '', url = '', headers } = request
		const found = routeFor(routes, method, url)
		if (!found) return false
		const exchange = newExchange(address)
		try {
			const body = method === 'POST' ? await bodyOf(request) : Buffer.alloc(0)
			await this.#turns.next()
			const asked = askedBy(`http://${host}${url}`, headers, body)
			const answered = await withExchange(exchange, () => found.route.answer(asked, found.part))
			if (exchange.answer?.kind === 'problem') {
				const cookies = answered.headers.getSetCookie()
				await pages.showProblem(request, response, exchange.answer, { exchange, cookies })
			} else await sender.other(request, response, await rendered(answered))
		} catch (error) {
			if (wentAway(request)) return true
			console.error(error)
			await pages.showProblem(request, response, FAILED)
		}
		return true
	}
}

async function rendered(response: Response) {
	const headers: Record<string, string | string[]> = Object.fromEntries(response.headers)
	const cookies = response.headers.getSetCookie()
	if (cookies.length > 0) headers['set-cookie'] = cookies
	return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) }
}

/** The route for an address, with the part of it that the route wants to know. */
function routeFor(routes: readonly DirectRoute[], method: string, url: string) {
	const [path = ''] = url.split('?', 1)
	for (const route of routes) {
		const found = route.method === method && route.path.exec(path)
		if (found) return { route, part: found[1] ?? '' }
	}
	return null
}

/** A request as far as routes read it: to make a whole `Request` takes longer than to count a vote. */
function askedBy(url: string, headers: IncomingMessage['headers'], body: Buffer): Asked {
	const type = headers['content-type'] ?? ''
	const get = (name: string): string | null => {
		const value = headers[name.toLowerCase()]
		return Array.isArray(value) ? value.join(', ') : (value ?? null)
	}
	const formData = async () =>
		type.startsWith('application/x-www-form-urlencoded')
			? new URLSearchParams(body.toString())
			: new Response(Uint8Array.from(body), { headers: { 'Content-Type': type } }).formData()
	return { url, headers: { get }, json: async () => JSON.parse(body.toString()), formData }
}
