import { LRUCache } from 'lru-cache'
import { env } from '@/lib/env'
import { shareOf } from '@/lib/instance-count'
import { messages } from '@/lib/messages/messages'
import { singleton } from '@/lib/singleton'
import { clientKey, rateLimited } from './rate-limits'

const DAY_MS = 86_400_000
/** Readers of a network who respect comments of a story in a day: enough for an office, too few for a farm. */
const READERS_MAX = 20
/** Pairs of network and story counted at a time; beyond it the least recently used count is evicted. */
const COUNTS_MAX = 50_000

/** `since` is monotonic (ms), so that a change of the wall clock does not prolong a refusal. */
type Readers = { since: number; ids: Set<string> }

const counted = singleton('first-respects', () => new LRUCache<string, Readers>({ max: COUNTS_MAX }))

/**
 * Counts the readers of a network who respect comments of a story, since reader cookies are free; a reader counts
 * once, also after a withdrawal.
 *
 * @throws Refusal `rate-limited` for the 21st reader of a network on one story within a day
 */
export function limitFirstRespects(articleId: number, readerId: string): void {
	if (!env.rateLimits) return
	const key = `${articleId}:${clientKey()}`
	const now = performance.now()
	let readers = counted.get(key)
	if (!readers || now - readers.since >= DAY_MS) readers = { since: now, ids: new Set() }
	if (readers.ids.size >= shareOf(READERS_MAX) && !readers.ids.has(readerId))
		throw rateLimited(messages().refusals.networkRespected, DAY_MS - (now - readers.since))
	readers.ids.add(readerId)
	counted.set(key, readers)
}
