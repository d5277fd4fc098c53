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

/** Minimum interval between the purges of a tally that changes constantly. */
export const PURGE_INTERVAL_MS = 500

/**
 * Sends PURGE requests to the proxies: for immediate tags at once, for deferred tags (tallies) `MAX_STALENESS_MS`
 * after their last change in an interval, when the page cache no longer serves a tally without that change.
 * Immediate tags are purged again then, since an old response may have been in transit during the first purge.
 */
export class ProxyPurger {
	readonly #proxyUrls: string[]
	/** The tags that changed in the current interval. */
	#changed: Set<Tag> | null = null
	readonly #timers = new Set<NodeJS.Timeout>()

	constructor(proxyUrls: string[]) {
		this.#proxyUrls = proxyUrls
	}

	invalidate({ immediate: declared, deferred, confirmation }: Invalidation): void {
		if (this.#proxyUrls.length === 0) return
		// Pages sent while changes may be missing are purged too, each second and at the end.
		const immediate = confirmation ? [ALL_TAGS] : declared
		if (immediate.length > 0) this.#purgeNow(immediate)
		this.#changed ??= this.#startInterval()
		for (const tag of [...immediate, ...deferred]) this.#changed.add(tag)
	}

	close(): void {
		for (const timer of this.#timers) clearTimeout(timer)
	}

	#startInterval(): Set<Tag> {
		const changed = new Set<Tag>()
		this.#after(PURGE_INTERVAL_MS, () => {
			this.#changed = null
			this.#after(MAX_STALENESS_MS, () => this.#purgeNow([...changed]))
		})
		return changed
	}

	#after(ms: number, run: () => void): void {
		const timer = setTimeout(() => {
			this.#timers.delete(timer)
			run()
		}, ms)
		this.#timers.add(timer)
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
