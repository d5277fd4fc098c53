import { LRUCache } from 'lru-cache'
import { ALL_TAGS, type Invalidation, type Tag } from '@/lib/invalidation'
import type { CacheEntry, RenderResult } from './cache-entry'
import type { CacheKey } from './cache-key'
import type { CompressedPage } from './compressed-page'

export type { CacheEntry, RenderResult } from './cache-entry'

/** Age at which a page with a hit is recompressed at the best quality. */
const RECOMPRESS_AFTER_MS = 2_000

/** Limit for the age of tallies that readers other than the writer see. */
export const MAX_STALENESS_MS = 1_000
/** Minimum interval between renders for changed tallies; the last tenth of the limit is for the render. */
const REVALIDATE_INTERVAL_MS = 900
/** Limit in ms for sending the last document while the database cannot be reached, and others may be changing it. */
export const KEPT_UNREACHABLE_MS = 10 * 60_000
/** Renders per lookup while writes invalidate each result; the last result is sent, but not cached. */
const RENDER_ATTEMPTS_MAX = 4

type Options<Page> = {
	cacheBytes: number
	/** `client` is the first client to request the key: the render waits in its queue. */
	render: (key: CacheKey, client: string) => Promise<RenderResult<Page>>
	/** Compresses a page to fewer bytes, in about ten times the time. */
	recompress?: (page: Page) => Promise<Page>
	/** Whether an error of `render` is one of an unreachable database; then a last document is sent, if there is one. */
	isUnavailable?: (error: unknown) => boolean
	/** Monotonic clock in ms, for ages: setting the system clock does not change them. */
	clock?: () => number
	/** Wall clock in ms, for scheduled publication. */
	time?: () => number
}

/** Tags invalidated during a render; deferred ones with the time of their first change. */
type InvalidatedMeanwhile = { immediate: Set<Tag>; deferred: Map<Tag, number> }
type InFlightRender<Page> = { result: Promise<CacheEntry<Page>>; invalidated: InvalidatedMeanwhile }

/** Time by the monotonic clock since which, and until which, changes of other processes may be missing. */
type Doubt = { since: number; until: number; isUnreachable: boolean }

/**
 * Tag-invalidated LRU cache of pages. Requests for one key share a render, and its error; errors are not cached.
 *
 * @typeParam Page a page, or a shell; `size` is its memory in bytes
 */
export class PageCache<Page extends { size: number } = CompressedPage> {
	readonly #renderPage: Options<Page>['render']
	readonly #entries: LRUCache<string, CacheEntry<Page>>
	readonly #idsByTag = new Map<Tag, Set<string>>()
	readonly #inFlight = new Map<string, InFlightRender<Page>>()
	readonly #recompressPage: Options<Page>['recompress']
	readonly #isUnavailable: (error: unknown) => boolean
	readonly #clock: () => number
	readonly #time: () => number
	#doubt: Doubt | null = null

	constructor(options: Options<Page>) {
		this.#renderPage = options.render
		this.#recompressPage = options.recompress
		this.#isUnavailable = options.isUnavailable ?? (() => false)
		this.#clock = options.clock ?? (() => performance.now())
		this.#time = options.time ?? Date.now
		this.#entries = new LRUCache<string, CacheEntry<Page>>({
			maxSize: options.cacheBytes,
			sizeCalculation: ({ page }, id) => page.size + id.length,
			dispose: (entry) => this.#untrack(entry),
		})
	}

	get size(): number {
		return this.#entries.size
	}

	/**
	 * The entry of a key's id, unless it has expired, its tallies exceed `MAX_STALENESS_MS` or changes of other processes
	 * may be missing; schedules the render of a stale one. The last entry, while the database cannot be reached.
	 */
	getFresh(id: string): CacheEntry<Page> | undefined {
		const entry = this.#entries.get(id)
		if (!entry) return undefined
		entry.hits += 1
		if (this.#doubt && entry.renderedAt <= this.#doubt.until)
			return this.#doubt.isUnreachable ? this.#keptEntry(id) : undefined
		const time = this.#time()
		if (time < entry.renderedAtWallTime || time >= entry.validUntil) return undefined
		if (entry.staleSince === null && entry.expiresAtMonotonic === Number.POSITIVE_INFINITY) return entry
		const now = this.#clock()
		if (now >= entry.expiresAtMonotonic) return undefined
		if (entry.staleSince === null) return entry
		if (now - entry.staleSince >= MAX_STALENESS_MS) return undefined
		this.#scheduleRevalidation(entry, now)
		return entry
	}

	/** Renders a cached page that is no longer fresh; null for an id without an entry. */
	pendingRender(id: string): Promise<CacheEntry<Page>> | null {
		const entry = this.#entries.peek(id)
		return entry ? this.#render(entry.key) : null
	}

	/** The fresh entry, or the result of a render. @throws the error of `render` */
	getOrRender(key: CacheKey, client = ''): Promise<CacheEntry<Page>> | CacheEntry<Page> {
		return this.getFresh(key.id) ?? this.#render(key, client)
	}

	/** As `getOrRender`, but a stale entry is rendered at once. */
	getOrRenderCurrent(key: CacheKey, client = ''): Promise<CacheEntry<Page>> | CacheEntry<Page> {
		const entry = this.getFresh(key.id)
		return entry?.staleSince === null ? entry : this.#render(key, client)
	}

	/** Drops the pages of the immediate tags, and marks those of the deferred tags as stale. */
	invalidate({ immediate, deferred, confirmation }: Invalidation): void {
		const at = this.#clock()
		if (confirmation === 'confirmed') this.#doubt = null
		else if (confirmation)
			this.#doubt = {
				since: this.#doubt?.since ?? at,
				until: at,
				isUnreachable: confirmation === 'unreachable',
			}
		for (const { invalidated } of this.#inFlight.values()) {
			for (const tag of immediate) invalidated.immediate.add(tag)
			for (const tag of deferred) if (!invalidated.deferred.has(tag)) invalidated.deferred.set(tag, at)
		}
		if (immediate.includes(ALL_TAGS)) this.#entries.clear()
		for (const id of this.#idsOf(immediate)) this.#entries.delete(id)
		for (const id of this.#idsOf(deferred)) {
			const entry = this.#entries.peek(id)
			if (entry) entry.staleSince ??= at
		}
	}

	delete(key: CacheKey): void {
		this.#entries.delete(key.id)
	}

	/** The last entry of an id while changes may be missing, within `KEPT_UNREACHABLE_MS`. */
	#keptEntry(id: string): CacheEntry<Page> | undefined {
		if (!this.#doubt || this.#clock() - this.#doubt.since >= KEPT_UNREACHABLE_MS) return undefined
		const entry = this.#entries.peek(id)
		return entry && this.#time() >= entry.renderedAtWallTime ? entry : undefined
	}

	#idsOf(tags: Tag[]): string[] {
		return tags.flatMap((tag) => [...(this.#idsByTag.get(tag) ?? [])])
	}

	#scheduleRevalidation(entry: CacheEntry<Page>, now: number): void {
		if (entry.revalidationTimer || this.#inFlight.has(entry.key.id)) return
		const wait = Math.max(0, entry.renderedAt + REVALIDATE_INTERVAL_MS - now)
		// After an error here the next request renders the page again and reports the error.
		entry.revalidationTimer = setTimeout(() => this.#render(entry.key).catch(() => {}), wait)
		entry.revalidationTimer.unref()
	}

	#render(key: CacheKey, client = ''): Promise<CacheEntry<Page>> {
		const running = this.#inFlight.get(key.id)
		if (running) return running.result
		const invalidated: InvalidatedMeanwhile = { immediate: new Set(), deferred: new Map() }
		const result = this.#attempt(key, client, invalidated)
			.catch((error) => {
				const kept = this.#isUnavailable(error) ? this.#keptEntry(key.id) : undefined
				if (kept) return kept
				throw error
			})
			.finally(() => this.#inFlight.delete(key.id))
		this.#inFlight.set(key.id, { result, invalidated })
		return result
	}

	async #attempt(
		key: CacheKey,
		client: string,
		invalidated: InvalidatedMeanwhile,
		attempt = 1,
	): Promise<CacheEntry<Page>> {
		invalidated.immediate.clear()
		invalidated.deferred.clear()
		const renderedAt = this.#clock()
		const renderedAtWallTime = this.#time()
		const result = await this.#renderPage(key, client)
		const { page, tags, validUntil, lastPage, staleSince: inheritedStaleSince = null } = result
		const heldTags = new Set(tags)
		const isOutdated =
			invalidated.immediate.has(ALL_TAGS) || [...heldTags].some((tag) => invalidated.immediate.has(tag))
		if (isOutdated && attempt < RENDER_ATTEMPTS_MAX)
			return this.#attempt(key, client, invalidated, attempt + 1)
		const staleTimes = [...invalidated.deferred].filter(([tag]) => heldTags.has(tag)).map(([, at]) => at)
		if (inheritedStaleSince !== null) staleTimes.push(inheritedStaleSince)
		const staleSince = staleTimes.length > 0 ? Math.min(...staleTimes) : null
		const expiresAtMonotonic = renderedAt + validUntil - renderedAtWallTime
		const fields = {
			key,
			page,
			tags: heldTags,
			renderedAt,
			renderedAtWallTime,
			validUntil,
			expiresAtMonotonic,
			lastPage,
			staleSince,
		}
		const entry: CacheEntry<Page> = { ...fields, revalidationTimer: null, hits: 0 }
		if (isOutdated) this.#entries.delete(key.id)
		else if (this.#store(entry)) this.#scheduleRecompression(entry)
		return entry
	}

	/** Replaces the entry by its recompressed page, if it is still cached and had a hit by then. */
	#scheduleRecompression(entry: CacheEntry<Page>): void {
		const recompress = this.#recompressPage
		if (!recompress) return
		const { id } = entry.key
		const recompressInPlace = async () => {
			if (this.#entries.peek(id) !== entry || entry.hits === 0) return
			const page = await recompress(entry.page)
			if (this.#entries.peek(id) === entry) this.#store({ ...entry, page, revalidationTimer: null })
		}
		setTimeout(() => recompressInPlace().catch(console.error), RECOMPRESS_AFTER_MS).unref()
	}

	#store(entry: CacheEntry<Page>): boolean {
		const { id } = entry.key
		this.#entries.set(id, entry)
		if (this.#entries.peek(id) !== entry) return false
		for (const tag of entry.tags) {
			const ids = this.#idsByTag.get(tag) ?? new Set()
			this.#idsByTag.set(tag, ids.add(id))
		}
		return true
	}

	#untrack(entry: CacheEntry<Page>): void {
		if (entry.revalidationTimer) clearTimeout(entry.revalidationTimer)
		for (const tag of entry.tags) {
			const ids = this.#idsByTag.get(tag)
			ids?.delete(entry.key.id)
			if (ids?.size === 0) this.#idsByTag.delete(tag)
		}
	}
}
