import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Download, ErrorPage } from '@/lib/request-context'
import { encodeLocation } from '@/lib/urls'
import { compressOnce, type Encoding, etagMatches, negotiateEncoding } from './compressed-page'
import { wantsJson } from './error-pages'
import type { SimpleGet } from './fast-path'
import type { BufferedResponse } from './next-renderer'
import type { CacheEntry } from './page-cache'
import { plainErrorPage } from './plain-error-page'
import { type RawParts, RawResponses } from './raw-response'
import { privatePageHeaders, readerCsp, securityHeaders } from './security-headers'

/** Seconds that a proxy may cache a page if it receives PURGE requests. */
const PURGED_MAX_AGE = 300
/** Seconds without PURGE requests: enough to absorb a traffic peak, and short for a correction. */
const UNPURGED_MAX_AGE = 1
/** `stale-while-revalidate` of proxies that receive PURGE requests, in seconds. */
const REVALIDATE_SECONDS = 10
/** The request headers that a reader page depends on. */
const VARY = 'Accept-Encoding, Cookie, Save-Data'
/** Response headers internal to Next, or set by this server itself. */
const INTERNAL_HEADERS = /^(x-nextjs-|x-middleware-|x-powered-by$|connection$|transfer-encoding$|keep-alive$)/
/** Minimum size of a compressed response. */
const COMPRESS_FROM_BYTES = 1_024
const COMPRESSIBLE = /^(text\/|application\/(json|.*\+json|javascript|.*\+xml))/

type PrivatePage = {
	status: number
	body: Buffer
	encoding: Encoding
	cookies: OutgoingHttpHeaders[string]
	/** In seconds. */
	retryAfter?: number | undefined
}

/** Writes responses with their caching and security headers. */
export class ResponseWriter {
	readonly #securityHeaders: Record<string, string>
	readonly #purgesProxies: boolean
	readonly #rawResponses = new RawResponses<CacheEntry>()
	readonly #heads = new WeakMap<CacheEntry, Partial<Record<Encoding, string[]>>>()

	constructor({ siteUrl, purgesProxies }: { siteUrl: string; purgesProxies: boolean }) {
		this.#securityHeaders = securityHeaders(siteUrl)
		this.#purgesProxies = purgesProxies
	}

	get securityHeaders(): Record<string, string> {
		return this.#securityHeaders
	}

	/**
	 * Sends a shared page, or 304 if the client's ETag matches.
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
		const notModified = status === 200 && etagMatches(request.headers['if-none-match'], etag)
		const head = this.#head(entry, encoding, notModified ? 304 : status)
		response.writeHead(notModified ? 304 : status, [
			...head,
			...Object.entries(retryAfterHeader(status, retryAfter)).flat(),
		])
		response.end(notModified || request.method === 'HEAD' ? undefined : bodies[encoding])
	}

	/** The bytes of the whole response, with status line and headers, for the fast path. */
	rawResponse(entry: CacheEntry, { acceptEncoding, ifNoneMatch }: SimpleGet): Buffer {
		const encoding = negotiateEncoding(acceptEncoding)
		const { bodies, etag } = entry.page
		const status = etagMatches(ifNoneMatch, etag) ? 304 : 200
		const make = (): RawParts => ({
			status,
			head: this.#head(entry, encoding, status),
			body: status === 304 ? null : bodies[encoding],
		})
		return this.#rawResponses.get(entry, `${status} ${encoding}`, make, this.#sharedMaxAge(entry, status))
	}

	/** Sends a page rendered for one client, with `no-store` for proxies and browser. */
	sendPrivatePage(request: IncomingMessage, response: ServerResponse, page: PrivatePage): void {
		const { status, body, encoding, cookies, retryAfter } = page
		response.writeHead(status, {
			...this.#securityHeaders,
			...privatePageHeaders(request.url),
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

	/** Sends a buffered response of Next (data, redirects, the desk): `no-store` unless Next set `Cache-Control`. */
	async sendBuffered(
		request: IncomingMessage,
		response: ServerResponse,
		{ status, headers, body }: BufferedResponse,
		extraHeaders: Record<string, string> = {},
	): Promise<void> {
		const ownHeaders = Object.entries(headers).filter(([name]) => !INTERNAL_HEADERS.test(name))
		const type = String(headers['content-type'] ?? '')
		const compresses =
			body.length >= COMPRESS_FROM_BYTES && COMPRESSIBLE.test(type) && !headers['content-encoding']
		const encoding = compresses
			? negotiateEncoding(request.headers['accept-encoding'] as string | undefined)
			: 'identity'
		const bytes = await compressOnce(body, encoding)
		response.writeHead(status, {
			...this.#securityHeaders,
			'Cache-Control': 'private, no-store',
			...retryAfterHeader(status),
			...Object.fromEntries(ownHeaders.map(([name, value]) => [titleCased(name), value])),
			...extraHeaders,
			...(status !== 204 && status !== 304 && { 'Content-Length': bytes.length }),
			...(encoding !== 'identity' && { 'Content-Encoding': encoding, Vary: 'Accept-Encoding' }),
		})
		response.end(request.method === 'HEAD' ? undefined : bytes)
	}

	/** Sends an error without Next and the database: as JSON if the client accepts it, else as a plain page. */
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
		// A desk form holds fields of a Server Action, which a plain form cannot send again.
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

	/** Streams a file at the pace of the client; an error while it is made ends the connection. */
	async sendDownload(request: IncomingMessage, response: ServerResponse, file: Download): Promise<void> {
		response.writeHead(200, {
			...this.#securityHeaders,
			'Content-Type': file.type,
			'Content-Disposition': `attachment; filename="${file.fileName}"`,
			'Cache-Control': 'private, no-store',
		})
		if (request.method === 'HEAD') return void response.end()
		await pipeline(Readable.from(file.chunks), response).catch((error) => {
			if (!response.destroyed || error.code !== 'ERR_STREAM_PREMATURE_CLOSE') console.error(error)
		})
	}

	sendRedirect(response: ServerResponse, location: string): void {
		const headers = {
			...this.#securityHeaders,
			Location: encodeLocation(location),
			'Cache-Control': 'public, max-age=60',
		}
		response.writeHead(301, headers).end()
	}

	/** Headers, cached per entry for its usual case: status 200 and the full `s-maxage`. */
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
			// Browsers revalidate each time, mostly with 304; proxies may reuse the page for `s-maxage`.
			'Cache-Control': status < 400 ? `public, max-age=0, must-revalidate, s-maxage=${maxAge}` : 'no-store',
			...(status < 400 && {
				'CDN-Cache-Control': `max-age=${maxAge}, stale-while-revalidate=${this.#purgesProxies ? REVALIDATE_SECONDS : UNPURGED_MAX_AGE}`,
				// Used only by proxies that receive PURGE requests.
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

/** Default `Retry-After` in seconds by status: a lock (503) is soon released, a full disk (507) is not. */
const RETRY_AFTER: Record<number, number> = { 429: 60, 503: 5, 507: 60 }

export const retryAfterHeader = (status: number, seconds = RETRY_AFTER[status]): Record<string, string> =>
	seconds === undefined ? {} : { 'Retry-After': String(seconds) }

/** `content-type` as `Content-Type`, the case of all other responses. */
const titleCased = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
