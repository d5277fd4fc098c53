import type { Tag } from '@/lib/invalidation'
import type { CacheKey } from './cache-key'
import type { CompressedPage } from './compressed-page'

/** A rendered page with its cache tags. */
export type RenderResult<Page = CompressedPage> = {
	page: Page
	tags: Iterable<Tag>
	validUntil: number
	/** Number of the last page of the list, 1 for other pages. */
	lastPage: number
	/** Stale-since time of the cached shell that it was assembled from, by the monotonic clock. */
	staleSince?: number | null
}

export type CacheEntry<Page = CompressedPage> = {
	key: CacheKey
	page: Page
	tags: ReadonlySet<Tag>
	/** Start of the render, by the monotonic clock: the page reflects no later write. */
	renderedAt: number
	/** Start by the wall clock. If the clock was set back behind it, the page may show stories too early. */
	renderedAtWallTime: number
	/** Expiry by the wall clock, in ms, or Infinity. */
	validUntil: number
	lastPage: number
	/** Expiry by the monotonic clock; the earlier of the two counts. */
	expiresAtMonotonic: number
	/** Time of the first tally change that the page lacks, by the monotonic clock, or null. */
	staleSince: number | null
	/** Timer of the background render that replaces a stale entry. */
	revalidationTimer: NodeJS.Timeout | null
	/** Number of lookups. */
	hits: number
}
