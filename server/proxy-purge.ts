import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { ALL_TAGS, type Invalidation, type Tag } from '@/lib/invalidation'
import { MAX_STALENESS_MS } from './page-cache'

/** On every document's list, so that all of them can be named at once. */
const SITE_KEY = 'site'
/** A proxy that does not answer is not waited for; what it keeps runs out by itself. */
const TIMEOUT_MS = 2_000
/** Tags in one request: a proxy takes headers of 8 kB, and a tag is some twenty characters. */
const TAGS_AT_ONCE = 200

/**
 * Tells the proxies in front which documents have changed: at once what readers must not see any more, and
 * counts once a second. A count is told of only when no old one can be fetched here any more, and what was
 * told at once is told again then, for the answer that was on its way to a proxy when the change came.
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
	call.on('timeout', () => call.destroy(new Error('no answer in time')))
	call.on('error', (error) => console.error(`Purge request to ${proxyUrl} failed: ${error.message}`))
	call.end()
}
