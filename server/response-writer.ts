import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { ErrorPage } from '@/lib/request-context'
import { encodeLocation } from '@/lib/urls'
import { compressOnce, type Encoding, etagMatches, negotiateEncoding } from './compressed-page'
import { wantsJson } from './error-pages'
import type { SimpleGet } from './fast-path'
import type { BufferedResponse } from './next-renderer'
import type { CacheEntry } from './page-cache'
import { plainErrorPage } from './plain-error-page'
import { readerCsp, securityHeaders } from './security-headers'

/** Longer than the keep-alive of the usual proxies, so that they close first. */
export const KEEP_ALIVE_TIMEOUT_MS = 65_000

/** How long proxies that are told of changes may keep a page without asking. */
const PURGED_MAX_AGE = 300
/** … and those that are not told: long enough to carry a crowd, short enough for a correction. */
const UNPURGED_MAX_AGE = 1
/** How long a proxy that is told may still show a page while it fetches the new one. */
const REVALIDATE_SECONDS = 10
/** The request headers that a reader page depends on. */
const VARY = 'Accept-Encoding, Cookie, Save-Data'
/** Ways in which Next speaks to its own parts; nobody else needs them. */
const INTERNAL_HEADERS = /^(x-nextjs-|x-middleware-|x-powered-by$|connection$|transfer-encoding$|keep-alive$)/
/** Text of this size and kind is worth compressing. */
const COMPRESS_FROM_BYTES = 1_024
const COMPRESSIBLE = /^(text\/|application\/(json|.*\+json|javascript|.*\+xml))/

/** Packets that are good for this second, by status and encoding. */
type RawResponses = { state: string; byKind: Partial<Record<`${200 | 304} ${Encoding}`, Buffer>> }

type PrivatePage = {
	status: number
	body: Buffer
	encoding: Encoding
	cookies: OutgoingHttpHeaders[string]
	/** In seconds. */
	retryAfter?: number | undefined
}

/** Puts answers on the wire, with all that our answers say of themselves. */
export class ResponseWriter {
	readonly #securityHeaders: Record<string, string>
	readonly #purgesProxies: boolean
	readonly #rawResponses = new WeakMap<CacheEntry, RawResponses>()
	readonly #heads = new WeakMap<CacheEntry, Partial<Record<Encoding, string[]>>>()

	constructor({ siteUrl, purgesProxies }: { siteUrl: string; purgesProxies: boolean }) {
		this.#securityHeaders = securityHeaders(siteUrl)
		this.#purgesProxies = purgesProxies
	}

	get securityHeaders(): Record<string, string> {
		return this.#securityHeaders
	}

	/**
	 * A page that everybody is shown, or word that the asker holds it already.
	 *
	 * @param retryAfter in seconds
	 */
	sendCachedPage(
		request: IncomingMessage,
		response: ServerResponse,
		entry: CacheEntry,
		{ status = 200, retryAfter }: { status?: number; retryAfter?: number | undefined } = {},
	): void {
		const encoding = negotiateEncoding(request.headers['accept-encoding'] as string | undefined)
		const { bodies, etag } = entry.page
		const known = status === 200 && etagMatches(request.headers['if-none-match'], etag)
		const head = this.#head(entry, encoding, known ? 304 : status)
		response.writeHead(known ? 304 : status, [
			...head,
			...Object.entries(retryAfterHeader(status, retryAfter)).flat(),
		])
		response.end(known || request.method === 'HEAD' ? undefined : bodies[encoding])
	}

	/** The same as one packet, headers and all, for a connection that Node's server has not taken. */
	rawResponse(entry: CacheEntry, { acceptEncoding, ifNoneMatch }: SimpleGet): Buffer {
		const encoding = negotiateEncoding(acceptEncoding)
		const { bodies, etag } = entry.page
		const status = etagMatches(ifNoneMatch, etag) ? 304 : 200
		const second = Math.floor(Date.now() / 1000)
		const state = `${second} ${this.#sharedMaxAge(entry, status)}`
		const kept = this.#rawResponses.get(entry)
		const responses: RawResponses = kept?.state === state ? kept : { state, byKind: {} }
		if (responses !== kept) this.#rawResponses.set(entry, responses)
		const kind = `${status} ${encoding}` as const
		responses.byKind[kind] ??= Buffer.concat([
			rawHead(status, this.#head(entry, encoding, status), second),
			...(status === 304 ? [] : [bodies[encoding]]),
		])
		return responses.byKind[kind]
	}

	/** A page that shows something of one reader: nobody keeps it, not even the browser. */
	sendPrivatePage(request: IncomingMessage, response: ServerResponse, page: PrivatePage): void {
		const { status, body, encoding, cookies, retryAfter } = page
		response.writeHead(status, {
			...this.#securityHeaders,
			...readerCsp(),
			'Content-Type': 'text/html; charset=utf-8',
			'Cache-Control': 'private, no-store',
			Vary: VARY,
			'Content-Length': body.length,
			...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
			...(cookies && { 'Set-Cookie': cookies }),
			...retryAfterHeader(status, retryAfter),
		})
		response.end(request.method === 'HEAD' ? undefined : body)
	}

	/** Whatever else Next answered: data, redirects, the desk. It may not be kept unless it says so itself. */
	async sendBuffered(
		request: IncomingMessage,
		response: ServerResponse,
		{ status, headers, body }: BufferedResponse,
		more: Record<string, string> = {},
	): Promise<void> {
		const own = Object.entries(headers).filter(([name]) => !INTERNAL_HEADERS.test(name))
		const type = String(headers['content-type'] ?? '')
		const worth =
			body.length >= COMPRESS_FROM_BYTES && COMPRESSIBLE.test(type) && !headers['content-encoding']
		const encoding = worth
			? negotiateEncoding(request.headers['accept-encoding'] as string | undefined)
			: 'identity'
		const bytes = await compressOnce(body, encoding)
		response.writeHead(status, {
			...this.#securityHeaders,
			'Cache-Control': 'private, no-store',
			...retryAfterHeader(status),
			...Object.fromEntries(own.map(([name, value]) => [titleCased(name), value])),
			...more,
			...(status !== 204 && status !== 304 && { 'Content-Length': bytes.length }),
			...(encoding !== 'identity' && { 'Content-Encoding': encoding, Vary: 'Accept-Encoding' }),
		})
		response.end(request.method === 'HEAD' ? undefined : bytes)
	}

	/** A problem without Next and the database: as data for whom asks for data, else as a plain page. */
	sendPlainError(
		request: IncomingMessage,
		response: ServerResponse,
		errorPage: ErrorPage,
		cookies?: string[],
	): void {
		if (response.headersSent) return void response.end()
		const { status, title, detail } = errorPage
		const asJson = wantsJson(request)
		const { url = '/' } = request
		// A form of the desk is sent by a Server Action, whose fields are Next's own.
		const action = request.method === 'POST' && !url.startsWith('/desk') ? url : null
		const body = asJson
			? JSON.stringify({ type: 'about:blank', status, title, detail })
			: plainErrorPage(errorPage, action)
		response.writeHead(status, {
			...this.#securityHeaders,
			...readerCsp(),
			'Content-Type': asJson ? 'application/problem+json' : 'text/html; charset=utf-8',
			'Cache-Control': 'no-store',
			Vary: VARY,
			'Content-Length': Buffer.byteLength(body),
			...(cookies && { 'Set-Cookie': cookies }),
			...retryAfterHeader(status, errorPage.retryAfter),
		})
		response.end(request.method === 'HEAD' ? undefined : body)
	}

	sendRedirect(response: ServerResponse, location: string): void {
		const headers = {
			...this.#securityHeaders,
			Location: encodeLocation(location),
			'Cache-Control': 'public, max-age=60',
		}
		response.writeHead(301, headers).end()
	}

	/** Made once for an entry, but for its last seconds in a proxy and for other answers than the page itself. */
	#head(entry: CacheEntry, encoding: Encoding, status: number): string[] {
		const maxAge = this.#sharedMaxAge(entry, status)
		const usual = status === 200 && maxAge === (this.#purgesProxies ? PURGED_MAX_AGE : UNPURGED_MAX_AGE)
		if (!usual) return Object.entries(this.#fields(entry, encoding, status, maxAge)).flat()
		const heads = this.#heads.get(entry) ?? {}
		heads[encoding] ??= Object.entries(this.#fields(entry, encoding, status, maxAge)).flat()
		this.#heads.set(entry, heads)
		return heads[encoding]
	}

	#fields(entry: CacheEntry, encoding: Encoding, status: number, maxAge: number): Record<string, string> {
		const { bodies, etag } = entry.page
		return {
			...(status !== 304 && {
				'Content-Type': 'text/html; charset=utf-8',
				'Content-Length': String(bodies[encoding].length),
				...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
			}),
			...(status < 400 ? { ETag: etag } : {}),
			// Browsers ask each time and mostly hear 304; proxies may show the page again for a moment.
			'Cache-Control': status < 400 ? `public, max-age=0, must-revalidate, s-maxage=${maxAge}` : 'no-store',
			...(status < 400 && {
				'CDN-Cache-Control': `max-age=${maxAge}, stale-while-revalidate=${this.#purgesProxies ? REVALIDATE_SECONDS : UNPURGED_MAX_AGE}`,
				// Of use only to proxies that are told which tags have changed.
				...(this.#purgesProxies && { 'Surrogate-Key': ['site', ...entry.tags].join(' ') }),
			}),
			Vary: VARY,
			'Speculation-Rules': '"/speculation-rules.json"',
			...this.#securityHeaders,
			...readerCsp(),
		}
	}

	#sharedMaxAge({ validUntil, expiresAtMonotonic, staleSince }: CacheEntry, status: number): number {
		if (!this.#purgesProxies || staleSince !== null || status >= 400) return UNPURGED_MAX_AGE
		if (validUntil === Number.POSITIVE_INFINITY) return PURGED_MAX_AGE
		const left = Math.min(validUntil - Date.now(), expiresAtMonotonic - performance.now())
		return Math.max(0, Math.min(PURGED_MAX_AGE, Math.floor(left / 1000)))
	}
}

/** A head as Node's own server writes it. */
function rawHead(status: 200 | 304, head: string[], second: number): Buffer {
	let text = `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Not Modified'}\r\n`
	for (let index = 0; index < head.length; index += 2) text += `${head[index]}: ${head[index + 1]}\r\n`
	const date = new Date(second * 1000).toUTCString()
	const keep = `timeout=${KEEP_ALIVE_TIMEOUT_MS / 1000}`
	return Buffer.from(
		`${text}Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: ${keep}\r\n\r\n`,
		'latin1',
	)
}

/** Seconds to wait where nothing measured says more: a lock is soon released, a full disk is not. */
const RETRY_AFTER: Record<number, number> = { 429: 60, 503: 5, 507: 60 }

export const retryAfterHeader = (status: number, seconds = RETRY_AFTER[status]): Record<string, string> =>
	seconds === undefined ? {} : { 'Retry-After': String(seconds) }

/** `content-type` as `Content-Type`, as every other answer writes it. */
const titleCased = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
