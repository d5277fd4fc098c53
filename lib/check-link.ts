import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { allowedLookup, isAllowedHost, isPublicAddress } from './public-request'
import { canonicalHttpUrl } from './urls'

/** `broken`: 404 or 410; `unclear`: no response, or a refusal that may be for programs only. */
export type LinkState = 'works' | 'broken' | 'unclear'
export type LinkCheck = { state: LinkState; detail: string }

export type LinkCheckOptions = {
	/** Whether an IP address may be contacted; by default public ones. */
	isAllowed?: (address: string) => boolean
	timeoutMs?: number
}

/** About the time for which a reader waits for a page. */
const TIMEOUT_MS = 5_000
const REDIRECTS_MAX = 4
/** Statuses of addresses without a document. Others, such as 403 and 429, are often answers to programs only. */
const BROKEN = [404, 410]

/**
 * Checks whether a link works: HEAD, then GET where that is not allowed, following redirects; no body is
 * read. Names are resolved once for each request, which uses the checked address, so that no DNS answer leads
 * into a private network.
 */
export async function checkLink(address: string, options: LinkCheckOptions = {}): Promise<LinkCheck> {
	let current = canonicalHttpUrl(address)
	let method = 'HEAD'
	const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
	for (let step = 0; step <= 2 * REDIRECTS_MAX && current; step += 1) {
		const answer = await ask(new URL(current), method, options.isAllowed ?? isPublicAddress, signal)
		if ('error' in answer) return { state: 'unclear', detail: answer.error }
		const { status, location } = answer
		if (status >= 300 && status < 400 && location) current = canonicalHttpUrl(resolved(location, current))
		else if (status >= 400 && method === 'HEAD') method = 'GET'
		else if (BROKEN.includes(status)) return { state: 'broken', detail: `The answer is ${status}.` }
		else if (status < 400) return { state: 'works', detail: '' }
		else return { state: 'unclear', detail: `The answer is ${status}; it may differ for readers.` }
	}
	return { state: 'unclear', detail: 'It leads from one address to another without an end.' }
}

function resolved(location: string, base: string): string {
	try {
		return new URL(location, base).href
	} catch {
		return ''
	}
}

type Answer = { status: number; location: string | undefined } | { error: string }

const PRIVATE = 'It leads into a private network, which is not asked.'

function ask(
	url: URL,
	method: string,
	isAllowed: (address: string) => boolean,
	signal: AbortSignal,
): Promise<Answer> {
	if (!isAllowedHost(url, isAllowed)) return Promise.resolve({ error: PRIVATE })
	const send = url.protocol === 'https:' ? requestHttps : requestHttp
	const options = { method, signal, agent: false, lookup: allowedLookup(isAllowed), headers: HEADERS }
	return new Promise((resolve) => {
		const request = send(url, options, (response) => {
			resolve({ status: response.statusCode ?? 0, location: response.headers.location })
			response.destroy()
		})
		request.on('error', (error) => resolve({ error: wordsOf(error) }))
		request.end()
	})
}

const HEADERS = { 'User-Agent': 'Public Square link check', Accept: '*/*' }

function wordsOf(error: Error & { code?: string }): string {
	switch (error.code) {
		case 'EPRIVATE':
			return PRIVATE
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return 'Its server was not found.'
		case 'ABORT_ERR':
			return 'Its server did not answer in time.'
		default:
			return 'Its server could not be reached.'
	}
}
