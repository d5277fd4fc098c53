import { LRUCache } from 'lru-cache'
import { shareOf } from '@/lib/instance-count'
import { singleton } from '@/lib/singleton'
import { KNOWN_READERS_MAX, NEW_READERS_MAX } from '@/lib/vote-rules'

/** Readers remembered by all bursts together, some 100 bytes each; beyond it the least recently used burst is evicted. */
const REMEMBERED_MAX = 250_000

/** The votes of one network on one story in a day. */
type Burst = { id: string; newReaders: Set<string>; knownReaders: Set<string> }

const bursts = singleton(
	'vote-bursts',
	() =>
		new LRUCache<string, Burst>({
			maxSize: REMEMBERED_MAX,
			sizeCalculation: ({ newReaders, knownReaders }) => 1 + newReaders.size + knownReaders.size,
		}),
)

type Vote = {
	articleId: number
	readerId: string
	/** Key of the reader's network, which changes every day. */
	network: string
	/** Whether the reader is known since an earlier day. */
	isKnown: boolean
}

/**
 * Whether a reader's first vote on a story counts at once: null if so, else the random number of the burst with which it
 * is set aside. A reader counts once a story, also after withdrawing. Kept in memory only.
 */
export function admitVote({ articleId, readerId, network, isKnown }: Vote): string | null {
	const key = `${articleId}:${network}`
	const burst = bursts.get(key) ?? {
		id: crypto.randomUUID(),
		newReaders: new Set(),
		knownReaders: new Set(),
	}
	const { newReaders, knownReaders } = burst
	const hasCounted = newReaders.has(readerId) || knownReaders.has(readerId)
	const [counted, max] = isKnown ? [knownReaders, KNOWN_READERS_MAX] : [newReaders, NEW_READERS_MAX]
	const counts = hasCounted || counted.size < shareOf(max)
	if (counts && !hasCounted) counted.add(readerId)
	// Another object, since the cache measures a value again only if it is another one.
	bursts.set(key, { ...burst })
	return counts ? null : burst.id
}
