import type { IncomingHttpHeaders } from 'node:http'
import { type CompressedPage, type Encoding, etagMatches } from './compressed-page'
import type { CacheEntry } from './page-cache'
import { readerCsp } from './security-headers'

/** Seconds that a proxy may cache a page if it receives PURGE requests. */
const PURGED_MAX_AGE = 300
/** Seconds without PURGE requests: enough to absorb a traffic peak, and short for a correction. */
const UNPURGED_MAX_AGE = 1
/** `stale-while-revalidate` of proxies that receive PURGE requests, in seconds. */
const REVALIDATE_SECONDS = 10
/** A year, for files whose address changes with their content. */
const IMMUTABLE_SECONDS = 31_536_000
/** The request headers that a reader page depends on. */
export const VARY = 'Accept-Encoding, Cookie, Save-Data'
/** Surrogate key of all pages. */
const SITE_KEY = 'site'
/** Length of the surrogate keys: proxies accept headers of 8 kB. */
const SURROGATE_KEYS_MAX = 6_000

type Options = { securityHeaders: Record<string, string>; purgesProxies: boolean }

/** The `s-maxage` of a page in its usual case: neither stale nor about to expire. */
export const usualMaxAge = (purgesProxies: boolean): number =>
	purgesProxies ? PURGED_MAX_AGE : UNPURGED_MAX_AGE

/** Seconds that a proxy may cache an entry now. */
export function sharedMaxAge(entry: CacheEntry, status: number, purgesProxies: boolean): number {
	const { validUntil, expiresAtMonotonic, staleSince, tags } = entry
	if (!purgesProxies || staleSince !== null || status >= 400) return UNPURGED_MAX_AGE
	if (surrogateKeys(tags) === SITE_KEY) return UNPURGED_MAX_AGE
	if (validUntil === Number.POSITIVE_INFINITY) return PURGED_MAX_AGE
	const left = Math.min(validUntil - Date.now(), expiresAtMonotonic - performance.now())
	return Math.max(0, Math.min(PURGED_MAX_AGE, Math.floor(left / 1000)))
}

const keys = new WeakMap<object, string>()

/** Keys for PURGE requests; of a page with too many tags only that of the site, so that it is not cached for long. */
function surrogateKeys(tags: CacheEntry['tags']): string {
	let all = keys.get(tags)
	if (all === undefined) {
		all = [SITE_KEY, ...tags].join(' ')
		if (all.length > SURROGATE_KEYS_MAX) all = SITE_KEY
		keys.set(tags, all)
	}
	return all
}

/** Headers of a cached page or file. */
export function cachedHeaders(
	entry: CacheEntry,
	{ encoding, status, maxAge }: { encoding: Encoding; status: number; maxAge: number },
	{ securityHeaders, purgesProxies }: Options,
): Record<string, string> {
	const { bodies, etag, file, headers } = entry.page
	return {
		...(status !== 304 && {
			'Content-Type': file?.type ?? 'text/html; charset=utf-8',
			'Content-Length': String(bodies[encoding].length),
			...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
		}),
		...(status < 400 ? { ETag: etag } : {}),
		// Clients revalidate each time, mostly with 304; proxies may reuse the page for `s-maxage`.
		'Cache-Control': status < 400 ? `public, ${lifetime(file)}, s-maxage=${maxAge}` : 'no-store',
		...(status < 400 && {
			'CDN-Cache-Control': `max-age=${maxAge}, stale-while-revalidate=${purgesProxies ? REVALIDATE_SECONDS : UNPURGED_MAX_AGE}`,
			// Used only by proxies that receive PURGE requests.
			...(purgesProxies && { 'Surrogate-Key': surrogateKeys(entry.tags) }),
		}),
		...securityHeaders,
		...(file ? fileHeaders(file) : PAGE_HEADERS),
		...(status < 400 && headers),
	}
}

const lifetime = (file: CompressedPage['file']): string =>
	file?.isImmutable ? `max-age=${IMMUTABLE_SECONDS}, immutable` : 'max-age=0, must-revalidate'

const PAGE_HEADERS = { Vary: VARY, 'Speculation-Rules': '"/speculation-rules.json"', ...readerCsp() }

/** A file is the same for all clients, so that programs in pages of other sites may read it too. */
const fileHeaders = ({ changedAt }: NonNullable<CompressedPage['file']>): Record<string, string> => ({
	Vary: 'Accept-Encoding',
	'Access-Control-Allow-Origin': '*',
	'Cross-Origin-Resource-Policy': 'cross-origin',
	// A time that lies ahead is invalid.
	...(changedAt <= Date.now() && { 'Last-Modified': new Date(changedAt).toUTCString() }),
})

/** Whether the client has the content already; `If-Modified-Since` counts for files, and without an ETag only. */
export function isNotModified(headers: IncomingHttpHeaders, { etag, file }: CompressedPage): boolean {
	const { 'if-none-match': known, 'if-modified-since': since } = headers
	if (known !== undefined || !file || !since) return etagMatches(known, etag)
	return Date.parse(since) >= file.changedAt
}
