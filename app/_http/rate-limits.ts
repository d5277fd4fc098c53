import { LRUCache } from 'lru-cache'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { ipNetwork } from '@/lib/ip-network'
import { Refusal } from '@/lib/refusal'
import { requestContext } from '@/lib/request-context'
import { hmac } from '@/lib/signing'
import { singleton } from '@/lib/singleton'
import { waitWords } from '@/lib/wait-words'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** How often one key may do a thing, in a number of seconds. Generous for people, dull for machines. */
const LIMITS = {
	vote: { points: 60, duration: MINUTE },
	/** New anonymous readers one address may bring a day. */
	newReader: { points: 200, duration: DAY },
	comment: { points: 6, duration: MINUTE },
	signUp: { points: 5, duration: 30 * MINUTE },
	/** Tokens are too long to guess; each one costs a look into the database. */
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

/** @throws Refusal `too-often` once `key` has used up its limit */
export async function enforceRateLimit(limit: Limit, key: string): Promise<void> {
	if (!env.rateLimits) return
	try {
		await limiters[limit].consume(key)
	} catch (rejection) {
		const ms = (rejection as { msBeforeNext?: number }).msBeforeNext
		if (ms === undefined) throw rejection
		throw rateLimited('That was a little too often.', ms)
	}
}

/** Readers who cast a first vote on one story from one network in a day: a class, an office, not a farm. */
const FIRST_VOTES_MAX = 20
/** Networks and stories counted at a time; beyond these the longest untouched count is given up. */
const FIRST_VOTE_COUNTS_MAX = 50_000

/** `since` is on the monotonic clock, so that no change of the wall clock prolongs a refusal. */
type FirstVoters = { since: number; readers: Set<string> }

const firstVoters = singleton(
	'first-voters',
	() => new LRUCache<string, FirstVoters>({ max: FIRST_VOTE_COUNTS_MAX }),
)

/**
 * Counts a reader once a story, however often they vote and withdraw.
 *
 * @throws Refusal `too-often` for a reader beyond those that the network may bring to the story in a day
 */
export function limitFirstVotes(articleId: number, readerId: string): void {
	if (!env.rateLimits) return
	const key = `${articleId}:${clientKey()}`
	const now = performance.now()
	let voters = firstVoters.get(key)
	if (!voters || now - voters.since >= DAY * 1000) voters = { since: now, readers: new Set() }
	if (voters.readers.size >= FIRST_VOTES_MAX && !voters.readers.has(readerId))
		throw rateLimited(
			'Many readers on this network have voted on this story today, so this vote was not counted.',
			DAY * 1000 - (now - voters.since),
		)
	voters.readers.add(readerId)
	firstVoters.set(key, voters)
}

/** A refusal that says when it ends, in its words and in `Retry-After`. */
export function rateLimited(message: string, ms: number): Refusal {
	const seconds = Math.max(1, Math.ceil(ms / 1000))
	return new Refusal(
		'rate-limited',
		`${message} Please try again in ${waitWords(seconds)}.`,
		undefined,
		seconds,
	)
}

/** The asking address as a key: IPv6 by its /64, hashed, in memory only. */
export const clientKey = (): string => hmac('address', ipNetwork(requestContext().clientIp))
