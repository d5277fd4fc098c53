import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Problem } from '@/lib/exchange'
import { headerPath } from '@/lib/web-address'
import { compressOnce, type Encoding, encodingFor, isKnown } from './document'
import type { Entry } from './document-cache'
import type { PlainRequest } from './front'
import { plainProblem } from './plain-problem'
import { documentPolicy, safetyHeaders } from './policy'
import { wantsJson } from './problems'
import type { Rendered } from './rendering'

/** Longer than the keep-alive of the usual proxies, so that they close first. */
export const KEEP_ALIVE_TIMEOUT_MS = 65_000

/** How long proxies that are told of changes may keep a page without asking. */
const TOLD_SECONDS = 300
/** … and those that are not told: long enough to carry a crowd, short enough for a correction. */
const UNTOLD_SECONDS = 1
/** How long a proxy that is told may still show a page while it fetches the new one. */
const REVALIDATE_SECONDS = 10
/** The request headers that a reader page depends on. */
const VARY = 'Accept-Encoding, Cookie, Save-Data'
/** Ways in which Next speaks to its own parts; nobody else needs them. */
const INTERNAL = /^(x-nextjs-|x-middleware-|x-powered-by$|connection$|transfer-encoding$|keep-alive$)/
/** Text of this size and kind is worth compressing. */
const COMPRESSED_FROM = 1_024
const TEXT = /^(text\/|application\/(json|.*\+json|javascript|.*\+xml))/

/** Packets that are good for this second, by status and encoding. */
type Packets = { state: string; byKind: Partial<Record<`${200 | 304} ${Encoding}`, Buffer>> }

type Personal = {
	status: number
	body: Buffer
	encoding: Encoding
	cookies: OutgoingHttpHeaders[string]
	/** In seconds. */
	retryAfter?: number | undefined
}

/** Puts answers on the wire, with all that our answers say of themselves. */
export class Sender {
	readonly #safety: Record<string, string>
	readonly #toldProxies: boolean
	readonly #packets = new WeakMap<Entry, Packets>()
	readonly #heads = new WeakMap<Entry, Partial<Record<Encoding, string[]>>>()

	constructor({ siteUrl, toldProxies }: { siteUrl: string; toldProxies: boolean }) {
		this.#safety = safetyHeaders(siteUrl)
		this.#toldProxies = toldProxies
	}

	get safety(): Record<string, string> {
		return this.#safety
	}

	/**
	 * A page that everybody is shown, or word that the asker holds it already.
	 *
	 * @param retryAfter in seconds
	 */
	document(
		request: IncomingMessage,
		response: ServerResponse,
		entry: Entry,
		{ status = 200, retryAfter }: { status?: number; retryAfter?: number | undefined } = {},
	): void {
		const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined)
		const { bodies, etag } = entry.document
		const known = status === 200 && isKnown(request.headers['if-none-match'], etag)
		const head = this.#head(entry, encoding, known ? 304 : status)
		response.writeHead(known ? 304 : status, [
			...head,
			...Object.entries(retryAfterHeader(status, retryAfter)).flat(),
		])
		response.end(known || request.method === 'HEAD' ? undefined : bodies[encoding])
	}

	/** The same as one packet, headers and all, for a connection that Node's server has not taken. */
	packet(entry: Entry, { encodings, known }: PlainRequest): Buffer {
		const encoding = encodingFor(encodings)
		const { bodies, etag } = entry.document
		const status = isKnown(known, etag) ? 304 : 200
		const second = Math.floor(Date.now() / 1000)
		const state = `${second} ${this.#sharedSeconds(entry, status)}`
		const kept = this.#packets.get(entry)
		const packets: Packets = kept?.state === state ? kept : { state, byKind: {} }
		if (packets !== kept) this.#packets.set(entry, packets)
		const kind = `${status} ${encoding}` as const
		packets.byKind[kind] ??= Buffer.concat([
			packetHead(status, this.#head(entry, encoding, status), second),
			...(status === 304 ? [] : [bodies[encoding]]),
		])
		return packets.byKind[kind]
	}

	/** A page that shows something of one reader: nobody keeps it, not even the browser. */
	personal(request: IncomingMessage, response: ServerResponse, page: Personal): void {
		const { status, body, encoding, cookies, retryAfter } = page
		response.writeHead(status, {
			...this.#safety,
			...documentPolicy(),
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
	async other(
		request: IncomingMessage,
		response: ServerResponse,
		{ status, headers, body }: Rendered,
		more: Record<string, string> = {},
	): Promise<void> {
		const own = Object.entries(headers).filter(([name]) => !INTERNAL.test(name))
		const type = String(headers['content-type'] ?? '')
		const worth = body.length >= COMPRESSED_FROM && TEXT.test(type) && !headers['content-encoding']
		const encoding = worth
			? encodingFor(request.headers['accept-encoding'] as string | undefined)
			: 'identity'
		const bytes = await compressOnce(body, encoding)
		response.writeHead(status, {
			...this.#safety,
			'Cache-Control': 'private, no-store',
			...retryAfterHeader(status),
			...Object.fromEntries(own.map(([name, value]) => [titled(name), value])),
			...more,
			...(status !== 204 && status !== 304 && { 'Content-Length': bytes.length }),
			...(encoding !== 'identity' && { 'Content-Encoding': encoding, Vary: 'Accept-Encoding' }),
		})
		response.end(request.method === 'HEAD' ? undefined : bytes)
	}

	/** A problem without Next and the database: as data for whom asks for data, else as a plain page. */
	plain(request: IncomingMessage, response: ServerResponse, problem: Problem, cookies?: string[]): void {
		if (response.headersSent) return void response.end()
		const { status, title, detail } = problem
		const asData = wantsJson(request)
		const { url = '/' } = request
		// A form of the desk is sent by a Server Action, whose fields are Next's own.
		const action = request.method === 'POST' && !url.startsWith('/desk') ? url : null
		const body = asData
			? JSON.stringify({ type: 'about:blank', status, title, detail })
			: plainProblem(problem, action)
		response.writeHead(status, {
			...this.#safety,
			...documentPolicy(),
			'Content-Type': asData ? 'application/problem+json' : 'text/html; charset=utf-8',
			'Cache-Control': 'no-store',
			Vary: VARY,
			'Content-Length': Buffer.byteLength(body),
			...(cookies && { 'Set-Cookie': cookies }),
			...retryAfterHeader(status, problem.retryAfter),
		})
		response.end(request.method === 'HEAD' ? undefined : body)
	}

	moved(response: ServerResponse, location: string): void {
		const headers = { ...this.#safety, Location: headerPath(location), 'Cache-Control': 'public, max-age=60' }
		response.writeHead(301, headers).end()
	}

	/** Made once for an entry, but for its last seconds in a proxy and for other answers than the page itself. */
	#head(entry: Entry, encoding: Encoding, status: number): string[] {
		const maxAge = this.#sharedSeconds(entry, status)
		const usual = status === 200 && maxAge === (this.#toldProxies ? TOLD_SECONDS : UNTOLD_SECONDS)
		if (!usual) return Object.entries(this.#fields(entry, encoding, status, maxAge)).flat()
		const heads = this.#heads.get(entry) ?? {}
		heads[encoding] ??= Object.entries(this.#fields(entry, encoding, status, maxAge)).flat()
		this.#heads.set(entry, heads)
		return heads[encoding]
	}

	#fields(entry: Entry, encoding: Encoding, status: number, maxAge: number): Record<string, string> {
		const { bodies, etag } = entry.document
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
				'CDN-Cache-Control': `max-age=${maxAge}, stale-while-revalidate=${this.#toldProxies ? REVALIDATE_SECONDS : UNTOLD_SECONDS}`,
				// Of use only to proxies that are told which tags have changed.
				...(this.#toldProxies && { 'Surrogate-Key': ['site', ...entry.tags].join(' ') }),
			}),
			Vary: VARY,
			'Speculation-Rules': '"/speculation-rules.json"',
			...this.#safety,
			...documentPolicy(),
		}
	}

	#sharedSeconds({ validUntil, dueAt, oldSince }: Entry, status: number): number {
		if (!this.#toldProxies || oldSince !== null || status >= 400) return UNTOLD_SECONDS
		if (validUntil === Number.POSITIVE_INFINITY) return TOLD_SECONDS
		const left = Math.min(validUntil - Date.now(), dueAt - performance.now())
		return Math.max(0, Math.min(TOLD_SECONDS, Math.floor(left / 1000)))
	}
}

/** A head as Node's own server writes it. */
function packetHead(status: 200 | 304, head: string[], second: number): Buffer {
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
const titled = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
