import type { IncomingMessage, ServerResponse } from 'node:http'
import { newExchange, withExchange } from '@/lib/exchange'
import type { Pages } from './pages'
import { FAILED } from './problems'
import type { Sender } from './sender'
import { Turns } from './turns'

/** A route that needs nothing of Next: it is given a request and gives a response. */
export type DirectRoute = {
	method: 'GET' | 'POST'
	/** What it captures is the part of the address that the route wants to know. */
	path: RegExp
	answer: (request: Request, part: string) => Promise<Response>
}

type Options = { routes: readonly DirectRoute[]; sender: Sender; pages: Pages; host: string }

/**
 * Calls the routes that a crowd uses at the same moment (votes, ratings, comments, one's own state) as plain
 * functions. Next would call the very same functions, and spend more time on that than they take.
 */
export class DirectRoutes {
	readonly #options: Options
	readonly #turns = new Turns()

	constructor(options: Options) {
		this.#options = options
	}

	/** Answers if the request is for such a route. */
	async answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<boolean> {
		const { routes, sender, pages, host } = this.#options
		const { method = '', url = '', headers } = request
		const [path = ''] = url.split('?', 1)
		const route = routes.find((each) => each.method === method && each.path.test(path))
		if (!route) return false
		const exchange = newExchange(address)
		try {
			const body = method === 'POST' ? await bodyOf(request) : undefined
			await this.#turns.next()
			const asked = new Request(`http://${host}${url}`, { method, body, headers: plainHeaders(headers) })
			const part = route.path.exec(path)?.[1] ?? ''
			const answered = await withExchange(exchange, () => route.answer(asked, part))
			if (exchange.answer?.kind === 'problem') {
				const cookies = answered.headers.getSetCookie()
				await pages.showProblem(request, response, exchange.answer, { exchange, cookies })
			} else await sender.other(request, response, await rendered(answered))
		} catch (error) {
			if (request.destroyed && !request.complete) return true
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

/** The door has already refused what says it is too long, and Node reads no more than was said. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Buffer[] = []
	for await (const chunk of request) chunks.push(chunk)
	return Uint8Array.from(Buffer.concat(chunks))
}

const plainHeaders = (headers: IncomingMessage['headers']): [string, string][] =>
	Object.entries(headers).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
	)
