import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from '@/lib/env'
import { errorWords } from '@/lib/error-words'
import { DESK_LANGUAGE } from '@/lib/messages/languages'
import { type Download, type ErrorPage, newRequestContext, runInContext } from '@/lib/request-context'
import { encodeLocation } from '@/lib/urls'
import { cachedHeaders, isNotModified, sharedMaxAge, usualMaxAge, VARY } from './cached-headers'
import { compressOnce, type Encoding, etagMatches, negotiateEncoding } from './compressed-page'
import { wantsJson } from './error-pages'
import type { SimpleGet } from './fast-path'
import type { BufferedResponse } from './next-renderer'
import type { CacheEntry } from './page-cache'
import { plainErrorPage } from './plain-error-page'
import { type RawParts, RawResponses } from './raw-response'
import { privatePageHeaders, readerCsp, securityHeaders } from './security-headers'

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
	/** Headers about the content of the page. */
	headers?: Readonly<Record<string, string>> | undefined
	/** In seconds. */
	retryAfter?: number | undefined
}

/** Writes responses with their caching and security headers. */
export class ResponseWriter {
	readonly #options: { securityHeaders: Record<string, string>; purgesProxies: boolean }
	readonly #rawResponses = new RawResponses<CacheEntry>()
	readonly #heads = new WeakMap<CacheEntry, Partial<Record<Encoding, string[]>>>()

	constructor({ siteUrl, purgesProxies }: { siteUrl: string; purgesProxies: boolean }) {
		this.#options = { securityHeaders: securityHeaders(siteUrl), purgesProxies }
	}

	get securityHeaders(): Record<string, string> {
		return this.#options.securityHeaders
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
		const { bodies } = entry.page
		const notModified = status === 200 && isNotModified(request.headers, entry.page)
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
		return this.#rawResponses.get(entry, `${status} ${encoding}`, make, this.#maxAge(entry, status))
	}

	/** Sends a page rendered for one client, with `no-store` for proxies and browser. */
	sendPrivatePage(request: IncomingMessage, response: ServerResponse, page: PrivatePage): void {
		const { status, body, encoding, cookies, headers, retryAfter } = page
		response.writeHead(status, {
			...this.securityHeaders,
			...(status < 400 && headers),
			...privatePageHeaders(request.url, env.providerOrigins),
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
			...this.securityHeaders,
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
		const { status } = errorPage
		const asJson = wantsJson(request)
		const { url = '/' } = request
		const forDesk = url.startsWith('/desk')
		// A desk form holds fields of a Server Action, which a plain form cannot send again.
		const action = request.method === 'POST' && !forDesk ? url : null
		const context = { ...newRequestContext('unknown'), language: forDesk ? DESK_LANGUAGE : null }
		const body = runInContext(context, () =>
			asJson
				? JSON.stringify({ type: 'about:blank', status, ...errorWords(errorPage) })
				: plainErrorPage(errorPage, action),
		)
		response.writeHead(status, {
			...this.securityHeaders,
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
			...this.securityHeaders,
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
			...this.securityHeaders,
			Location: encodeLocation(location),
			'Cache-Control': 'public, max-age=60',
		}
		response.writeHead(301, headers).end()
	}

	/** Headers, cached per entry for its usual case: status 200 and the full `s-maxage`. */
	#head(entry: CacheEntry, encoding: Encoding, status: number): string[] {
		const maxAge = this.#maxAge(entry, status)
		const make = () =>
			Object.entries(cachedHeaders(entry, { encoding, status, maxAge }, this.#options)).flat()
		if (status !== 200 || maxAge !== usualMaxAge(this.#options.purgesProxies)) return make()
		const heads = this.#heads.get(entry) ?? {}
		heads[encoding] ??= make()
		this.#heads.set(entry, heads)
		return heads[encoding]
	}

	#maxAge(entry: CacheEntry, status: number): number {
		return sharedMaxAge(entry, status, this.#options.purgesProxies)
	}
}

/** Default `Retry-After` in seconds by status: a lock (503) is soon released, a full disk (507) is not. */
const RETRY_AFTER: Record<number, number> = { 429: 60, 503: 5, 507: 60 }

export const retryAfterHeader = (status: number, seconds = RETRY_AFTER[status]): Record<string, string> =>
	seconds === undefined ? {} : { 'Retry-After': String(seconds) }

/** `content-type` as `Content-Type`, the case of all other responses. */
const titleCased = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
