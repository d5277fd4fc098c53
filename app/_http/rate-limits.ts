import { LRUCache } from 'lru-cache'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { ipNetwork } from '@/lib/ip-network'
import { messages, waitingTime } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { requestContext } from '@/lib/request-context'
import { hmac } from '@/lib/signing'
import { singleton } from '@/lib/singleton'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** Limits per key: `points` requests in `duration` seconds. Generous for people, tight for scripts. */
const LIMITS = {
	vote: { points: 60, duration: MINUTE },
	/** New reader cookies per IP network and day. */
	newReader: { points: 200, duration: DAY },
	/** Changes of a reading list. */
	save: { points: 60, duration: MINUTE },
	comment: { points: 6, duration: MINUTE },
	/** Previews of comments, of which nothing is stored. */
	preview: { points: 30, duration: MINUTE },
	/** Free text that no cache answers. */
	search: { points: 30, duration: MINUTE },
	/** Messages about accessibility, which people read. */
	message: { points: 5, duration: 30 * MINUTE },
	signUp: { points: 5, duration: 30 * MINUTE },
	/** Mails with a link for a new password, per address. */
	passwordMail: { points: 5, duration: 30 * MINUTE },
	/** Tokens are too long to guess; the limit bounds their database lookups. */
	link: { points: 25, duration: 5 * MINUTE },
}

export type Limit = keyof typeof LIMITS

const limiters = singleton('limits', () =>
	Object.fromEntries(
		Object.entries(LIMITS).map(([name, options]) => [
			name,
			new RateLimiterMemory({ ...options, keyPrefix: name }),
		]),
	),
) as Record<Limit, RateLimiterMemory>

/** @throws Refusal `rate-limited` once `key` has used up its limit */
export async function enforceRateLimit(limit: Limit, key: string): Promise<void> {
	if (!env.rateLimits) return
	try {
		await limiters[limit].consume(key)
	} catch (rejection) {
		const ms = (rejection as { msBeforeNext?: number }).msBeforeNext
		if (ms === undefined) throw rejection
		throw rateLimited(messages().refusals.tooOften, ms)
	}
}

/** First votes per network, story and day: enough for a class or an office, too few for a vote farm. */
const FIRST_VOTES_MAX = 20
/** Pairs of network and story counted at a time; beyond it the least recently used count is evicted. */
const FIRST_VOTE_COUNTS_MAX = 50_000

/** `since` is monotonic (ms), so that a change of the wall clock does not prolong a refusal. */
type FirstVoters = { since: number; readers: Set<string> }

const firstVoters = singleton(
	'first-voters',
	() => new LRUCache<string, FirstVoters>({ max: FIRST_VOTE_COUNTS_MAX }),
)

/**
 * Counts first votes per network and story; a reader counts once, also after withdrawing.
 *
 * @throws Refusal `rate-limited` for the 21st reader of a network on one story within a day
 */
export function limitFirstVotes(articleId: number, readerId: string): void {
	if (!env.rateLimits) return
	const key = `${articleId}:${clientKey()}`
	const now = performance.now()
	let voters = firstVoters.get(key)
	if (!voters || now - voters.since >= DAY * 1000) voters = { since: now, readers: new Set() }
	if (voters.readers.size >= FIRST_VOTES_MAX && !voters.readers.has(readerId))
		throw rateLimited(messages().refusals.networkVoted, DAY * 1000 - (now - voters.since))
	voters.readers.add(readerId)
	firstVoters.set(key, voters)
}

/** A `rate-limited` refusal with the wait (`ms`, rounded up to seconds) in its message and in `retryAfter`. */
export function rateLimited(message: string, ms: number): Refusal {
	const seconds = Math.max(1, Math.ceil(ms / 1000))
	return new Refusal(
		'rate-limited',
		messages().refusals.tryAgainIn(message, waitingTime(seconds)),
		undefined,
		seconds,
	)
}

/** HMAC of the client's IP network (IPv6: its /64); kept in memory only. */
export const clientKey = (): string => hmac('address', ipNetwork(requestContext().clientIp))
