import { IncomingMessage, type ServerResponse } from 'node:http'
import type { Answer, Exchange } from '@/lib/exchange'
import { headerPath } from '@/lib/web-address'

type Render = (page: IncomingMessage) => Promise<void>

/** Next hangs a handful of listeners on a response, and twice as many when an answer is rendered too. */
const LISTENERS_MAX = 40

/**
 * Lets a page or route answer with what Next cannot: a 301, a 410, a refused form shown again. Next's own
 * response is held back at its first byte, and if an answer waits (or Next is about to send one of its
 * bare error pages) it is dropped and the answer's page rendered in its place.
 */
export function holdAnswer(
	request: IncomingMessage,
	response: ServerResponse,
	exchange: Exchange,
	render: Render,
): void {
	const { writeHead, write, end } = response
	response.setMaxListeners(LISTENERS_MAX)
	let verdict: 'undecided' | 'pass' | 'drop' = 'undecided'

	// Others (compression) wrap these methods after us, so once Next may pass they stay and pass all on.
	const drops = (status: number): boolean => {
		if (verdict === 'undecided') {
			exchange.answer ??= defaultProblem(request, response, status)
			verdict = exchange.answer ? 'drop' : 'pass'
		}
		return verdict === 'drop'
	}
	const finish = () => {
		Object.assign(response, { writeHead, write, end })
		const answer = exchange.answer as Answer
		for (const name of response.getHeaderNames()) if (name !== 'set-cookie') response.removeHeader(name)
		if (answer.kind === 'moved') redirect(response, answer.location)
		else showProblem(request, response, exchange, answer, render)
	}

	Object.assign(response, {
		writeHead(status: number, ...rest: unknown[]) {
			noteContentType(response, rest)
			return drops(status) ? response : Reflect.apply(writeHead, response, [status, ...rest])
		},
		write(...args: unknown[]) {
			return drops(response.statusCode) || Reflect.apply(write, response, args)
		},
		end(...args: unknown[]) {
			if (!drops(response.statusCode)) return Reflect.apply(end, response, args)
			try {
				finish()
			} catch (error) {
				console.error(error)
				response.statusCode = 500
				response.end('The page could not be made.')
			}
			return response
		},
	})
}

function redirect(response: ServerResponse, location: string): void {
	response.writeHead(301, { Location: headerPath(location), 'Cache-Control': 'public, max-age=60' })
	response.end()
}

function showProblem(
	request: IncomingMessage,
	response: ServerResponse,
	exchange: Exchange,
	problem: Extract<Answer, { kind: 'problem' }>,
	render: Render,
): void {
	const { writeHead } = response
	response.writeHead = ((_status: number, ...rest: unknown[]) =>
		Reflect.apply(writeHead, response, [problem.status, ...rest])) as typeof writeHead
	exchange.form = problem.form ?? null
	render(pageRequest(request, problem.at ?? '/problem')).catch((error) => {
		console.error(error)
		response.end()
	})
}

/** A GET for one of our own pages by the same browser. */
function pageRequest(from: IncomingMessage, url: string): IncomingMessage {
	const page = new IncomingMessage(from.socket)
	page.method = from.method === 'HEAD' ? 'HEAD' : 'GET'
	page.url = url
	const { host, cookie, 'accept-encoding': encoding, 'user-agent': agent } = from.headers
	page.headers = {
		accept: 'text/html',
		...(host && { host }),
		...(cookie && { cookie }),
		...(encoding && { 'accept-encoding': encoding }),
		...(agent && { 'user-agent': agent }),
	}
	page.push(null)
	return page
}

/** Next's error pages are empty until its script runs, so readers are given a page of ours. */
function defaultProblem(request: IncomingMessage, response: ServerResponse, status: number): Answer | null {
	const isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html')
	if (!isPage || request.url?.startsWith('/desk')) return null
	if (status === 404)
		return {
			kind: 'problem',
			status,
			title: 'There is nothing at this address',
			detail: 'The story may have moved, or the address may have lost a letter on its way here.',
		}
	if (status >= 500)
		return {
			kind: 'problem',
			status,
			title: 'The page could not be made',
			detail: 'The fault is on our side and has been written down. Please try again in a moment.',
		}
	return null
}

function noteContentType(response: ServerResponse, rest: unknown[]): void {
	const headers = rest.find((each) => typeof each === 'object' && each !== null && !Array.isArray(each))
	for (const [name, value] of Object.entries(headers ?? {}))
		if (name.toLowerCase() === 'content-type') response.setHeader(name, value as string)
}
