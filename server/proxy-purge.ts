import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { ALL_TAGS, type Invalidation, type Tag } from '@/lib/invalidation'
import { MAX_STALENESS_MS } from './page-cache'

/** Surrogate key of all pages. */
const SITE_KEY = 'site'
/** Timeout of a PURGE request; the pages of an unreachable proxy expire after `s-maxage`. */
const TIMEOUT_MS = 2_000
/** Tags per PURGE request: proxies accept headers of 8 kB, and a tag has some 20 characters. */
const TAGS_AT_ONCE = 200

/**
 * Sends PURGE requests to the proxies: for immediate tags at once, for deferred tags (tallies) once a second,
 * after `MAX_STALENESS_MS`, when the page cache no longer serves the old tally. Immediate tags are purged again
 * then, since an old response may have been in transit to a proxy during the first purge.
 */
export class ProxyPurger {
	readonly #proxyUrls: string[]
	#deferred = new Set<Tag>()
	#timer: NodeJS.Timeout | null = null

	constructor(proxyUrls: string[]) {
		this.#proxyUrls = proxyUrls
	}

	invalidate({ immediate, deferred }: Invalidation): void {
		if (this.#proxyUrls.length === 0) return
		if (immediate.length > 0) this.#purgeNow(immediate)
		for (const tag of [...immediate, ...deferred]) this.#deferred.add(tag)
		this.#timer ??= setTimeout(() => this.#purgeDeferred(), MAX_STALENESS_MS)
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer)
	}

	#purgeDeferred(): void {
		const tags = [...this.#deferred]
		this.#deferred = new Set()
		this.#timer = null
		this.#purgeNow(tags)
	}

	#purgeNow(tags: Tag[]): void {
		const named = tags.includes(ALL_TAGS) ? [SITE_KEY] : tags
		for (const proxyUrl of this.#proxyUrls)
			for (let from = 0; from < named.length; from += TAGS_AT_ONCE)
				purge(proxyUrl, named.slice(from, from + TAGS_AT_ONCE))
	}
}

function purge(proxyUrl: string, tags: Tag[]): void {
	const send = proxyUrl.startsWith('https:') ? secureRequest : request
	const call = send(proxyUrl, {
		method: 'PURGE',
		headers: { 'Surrogate-Key': tags.join(' ') },
		timeout: TIMEOUT_MS,
	})
	call.on('response', (answer) => {
		answer.resume()
		if ((answer.statusCode ?? 500) >= 300)
			console.error(`Purge request to ${proxyUrl} was answered ${answer.statusCode}.`)
	})
	call.on('timeout', () => call.destroy(new Error(`no response within ${TIMEOUT_MS} ms`)))
	call.on('error', (error) => console.error(`Purge request to ${proxyUrl} failed: ${error.message}`))
	call.end()
}
