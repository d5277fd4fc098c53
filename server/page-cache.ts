import { LRUCache } from 'lru-cache'
import { ALL_TAGS, type Invalidation, type Tag } from '@/lib/invalidation'
import type { CompressedPage } from './compressed-page'

/** A document with what it depends on. */
export type RenderResult = {
	page: CompressedPage
	tags: Iterable<Tag>
	validUntil: number
	/** The last page of the list it shows a part of. */
	lastPage: number
	/** Since when counts in it are old, if it was made from something that had been kept. */
	staleSince?: number | null
}

export type CacheEntry = {
	page: CompressedPage
	tags: ReadonlySet<Tag>
	/** When its rendering began, by the monotonic clock; what changed later is not in it. */
	renderedAt: number
	/** The same by the wall clock. Once that has been set back behind it, the page may show what is not due. */
	renderedAtWallTime: number
	/** The instant from which the page reads differently, by the wall clock … */
	validUntil: number
	lastPage: number
	/** … and by the monotonic clock: whichever comes first. */
	expiresAtMonotonic: number
	/** Since when counts in it are old, by the monotonic clock, or null. */
	staleSince: number | null
	/** A rendering to come in this one's place, once it is due. */
	revalidationTimer: NodeJS.Timeout | null
	/** How often it was asked for. */
	hits: number
}

/** A document that has stood so long and is asked for again is worth packing as small as it goes. */
const RECOMPRESS_AFTER_MS = 2_000

/** Longest that others than the writer are shown an old count. */
export const MAX_STALENESS_MS = 1_000
/** A page whose counts move all the time is rendered this often; leaves a tenth of the lag for rendering. */
const REVALIDATE_INTERVAL_MS = 900
/** Renderings begun again because something changed meanwhile; then what came out is shown, but not kept. */
const RENDER_ATTEMPTS_MAX = 4

type Options = {
	cacheBytes: number
	/** `client` is the one that asked first; its queue is the one that the rendering waits in. */
	render: (key: string, client: string) => Promise<RenderResult>
	/** The same document in fewer bytes, which takes its time. */
	recompress?: (document: CompressedPage) => Promise<CompressedPage>
	/** The monotonic clock, for ages: setting the system's clock does not stretch them. */
	clock?: () => number
	/** The wall clock, for what is due at an instant. */
	time?: () => number
}

/** What changed while a page was being rendered; of counts, since when. */
type InvalidatedMeanwhile = { immediate: Set<Tag>; deferred: Map<Tag, number> }
type InFlightRender = { result: Promise<CacheEntry>; invalidated: InvalidatedMeanwhile }

/**
 * Documents by key, each until something it depends on changes. A key is rendered by one rendering at a time,
 * however many wait for it. What `make` throws reaches everybody who waits.
 */
export class PageCache {
	readonly #renderPage: Options['render']
	readonly #entries: LRUCache<string, CacheEntry>
	readonly #keysByTag = new Map<Tag, Set<string>>()
	readonly #inFlight = new Map<string, InFlightRender>()
	readonly #recompressPage: ((document: CompressedPage) => Promise<CompressedPage>) | undefined
	readonly #clock: () => number
	readonly #time: () => number

	constructor(options: Options) {
		this.#renderPage = options.render
		this.#recompressPage = options.recompress
		this.#clock = options.clock ?? (() => performance.now())
		this.#time = options.time ?? Date.now
		this.#entries = new LRUCache<string, CacheEntry>({
			maxSize: options.cacheBytes,
			sizeCalculation: ({ page }, key) => page.size + key.length,
			dispose: (entry, key) => this.#untrack(key, entry),
		})
	}

	get size(): number {
		return this.#entries.size
	}

	/** What can be shown at this moment without waiting. */
	getFresh(key: string): CacheEntry | undefined {
		const entry = this.#entries.get(key)
		if (!entry) return undefined
		entry.hits += 1
		const time = this.#time()
		if (time < entry.renderedAtWallTime || time >= entry.validUntil) return undefined
		if (entry.staleSince === null && entry.expiresAtMonotonic === Number.POSITIVE_INFINITY) return entry
		const now = this.#clock()
		if (now >= entry.expiresAtMonotonic) return undefined
		if (entry.staleSince === null) return entry
		if (now - entry.staleSince >= MAX_STALENESS_MS) return undefined
		this.#scheduleRevalidation(key, entry, now)
		return entry
	}

	/** The rendering of a page that was kept and has grown too old; of any other page nothing is known. */
	pendingRender(key: string): Promise<CacheEntry> | null {
		return this.#entries.has(key) ? this.#render(key) : null
	}

	/** What can be shown, rendered first if need be. */
	getOrRender(key: string, client = ''): Promise<CacheEntry> | CacheEntry {
		return this.getFresh(key) ?? this.#render(key, client)
	}

	/** Takes note of what a commit changed. */
	invalidate({ immediate, deferred }: Invalidation): void {
		const at = this.#clock()
		for (const { invalidated } of this.#inFlight.values()) {
			for (const tag of immediate) invalidated.immediate.add(tag)
			for (const tag of deferred) if (!invalidated.deferred.has(tag)) invalidated.deferred.set(tag, at)
		}
		if (immediate.includes(ALL_TAGS)) this.#entries.clear()
		for (const key of this.#keysOf(immediate)) this.#entries.delete(key)
		for (const key of this.#keysOf(deferred)) {
			const entry = this.#entries.peek(key)
			if (entry) entry.staleSince ??= at
		}
	}

	#keysOf(tags: Tag[]): string[] {
		return tags.flatMap((tag) => [...(this.#keysByTag.get(tag) ?? [])])
	}

	#scheduleRevalidation(key: string, entry: CacheEntry, now: number): void {
		if (entry.revalidationTimer || this.#inFlight.has(key)) return
		const wait = Math.max(0, entry.renderedAt + REVALIDATE_INTERVAL_MS - now)
		// Whoever needs the page when this has failed renders it again, and is told.
		entry.revalidationTimer = setTimeout(() => this.#render(key).catch(() => {}), wait)
		entry.revalidationTimer.unref()
	}

	#render(key: string, client = ''): Promise<CacheEntry> {
		const running = this.#inFlight.get(key)
		if (running) return running.result
		const invalidated: InvalidatedMeanwhile = { immediate: new Set(), deferred: new Map() }
		const result = this.#attempt(key, client, invalidated).finally(() => this.#inFlight.delete(key))
		this.#inFlight.set(key, { result, invalidated })
		return result
	}

	async #attempt(
		key: string,
		client: string,
		invalidated: InvalidatedMeanwhile,
		attempt = 1,
	): Promise<CacheEntry> {
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
			page,
			tags: heldTags,
			renderedAt,
			renderedAtWallTime,
			validUntil,
			expiresAtMonotonic,
			lastPage,
			staleSince,
		}
		const entry: CacheEntry = { ...fields, revalidationTimer: null, hits: 0 }
		if (isOutdated) this.#entries.delete(key)
		else if (this.#store(key, entry)) this.#scheduleRecompression(key, entry)
		return entry
	}

	/** Puts the document in its smallest form in its own place, if it is still there and asked for by then. */
	#scheduleRecompression(key: string, entry: CacheEntry): void {
		const recompress = this.#recompressPage
		if (!recompress) return
		const recompressInPlace = async () => {
			if (this.#entries.peek(key) !== entry || entry.hits === 0) return
			const page = await recompress(entry.page)
			if (this.#entries.peek(key) === entry) this.#store(key, { ...entry, page, revalidationTimer: null })
		}
		setTimeout(() => recompressInPlace().catch(console.error), RECOMPRESS_AFTER_MS).unref()
	}

	#store(key: string, entry: CacheEntry): boolean {
		this.#entries.set(key, entry)
		if (this.#entries.peek(key) !== entry) return false
		for (const tag of entry.tags) {
			const keys = this.#keysByTag.get(tag) ?? new Set()
			this.#keysByTag.set(tag, keys.add(key))
		}
		return true
	}

	#untrack(key: string, entry: CacheEntry): void {
		if (entry.revalidationTimer) clearTimeout(entry.revalidationTimer)
		for (const tag of entry.tags) {
			const keys = this.#keysByTag.get(tag)
			keys?.delete(key)
			if (keys?.size === 0) this.#keysByTag.delete(tag)
		}
	}
}
