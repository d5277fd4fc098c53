import { LRUCache } from 'lru-cache'
import { dailyHmac } from '@/lib/daily-hmac'
import { env } from '@/lib/env'
import { ipNetwork } from '@/lib/ip-network'
import { messages, waitingTime } from '@/lib/messages/messages'
import { RateLimiter } from '@/lib/rate-limiter'
import { isRefusal, Refusal } from '@/lib/refusal'
import { requestContext } from '@/lib/request-context'
import { singleton } from '@/lib/singleton'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** Limits per key: `points` requests in `duration` seconds, of all instances together. Generous for people, tight for scripts. */
const LIMITS = {
	/** Votes of a reader. */
	vote: { points: 60, duration: MINUTE },
	/** Votes without a reader cookie per IP network: a small part of what the server can store. */
	firstVote: { points: 3_000, duration: MINUTE },
	/** New reader cookies per IP network and day; bounds the rows of votes that are set aside. */
	newReader: { points: 5_000, duration: DAY },
	/** Changes of a reading list. */
	save: { points: 60, duration: MINUTE },
	comment: { points: 6, duration: MINUTE },
	/** Previews of comments, of which nothing is stored. */
	preview: { points: 30, duration: MINUTE },
	/** Free text that no cache answers. */
	search: { points: 30, duration: MINUTE },
	/** Messages about accessibility, which people read. */
	message: { points: 5, duration: 30 * MINUTE },
	/** Reports of comments, which people read: a thread may hold several at once. */
	report: { points: 10, duration: 30 * MINUTE },
	/** Files of all data of an account, which read many tables. */
	download: { points: 10, duration: 30 * MINUTE },
	/** Mails with a receipt of a report, per address. */
	reportMail: { points: 5, duration: 30 * MINUTE },
	signUp: { points: 5, duration: 30 * MINUTE },
	/** Mails with a link for a new password, per address. */
	passwordMail: { points: 5, duration: 30 * MINUTE },
	/** Mails with a link that signs in, per address. */
	signInMail: { points: 5, duration: 30 * MINUTE },
	/** Mails with a link that confirms a guest's address, per address. */
	commentMail: { points: 5, duration: 30 * MINUTE },
	/** Mails of sign-ups, per address, and links of an account sent again. */
	signUpMail: { points: 5, duration: 30 * MINUTE },
	/** Sign-ins at a provider, each of two requests here and up to four from here to it. */
	provider: { points: 50, duration: 5 * MINUTE },
	/** Tokens are too long to guess; the limit bounds their database lookups. */
	link: { points: 25, duration: 5 * MINUTE },
}

export type Limit = keyof typeof LIMITS

const limiters = singleton('limits', () =>
	Object.fromEntries(
		Object.entries(LIMITS).map(([name, options]) => [name, new RateLimiter({ ...options, keyPrefix: name })]),
	),
) as Record<Limit, RateLimiter>

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

/** As `enforceRateLimit`, for what is left out beyond the limit without a refusal. */
export async function isWithinRateLimit(limit: Limit, key: string): Promise<boolean> {
	try {
		await enforceRateLimit(limit, key)
		return true
	} catch (error) {
		if (isRefusal(error)) return false
		throw error
	}
}

/** Pairs of network and comment remembered at a time; beyond it the least recently used is evicted. */
const FIRST_REPORTS_MAX = 50_000

const firstReports = singleton(
	'first-reports',
	() => new LRUCache<string, true>({ max: FIRST_REPORTS_MAX, ttl: DAY * 1000 }),
)

/**
 * Whether this is the first report of a comment from the client's network within a day, so that one person cannot
 * hold a comment; within a day and instance, if a proxy spreads it over several. Kept in memory only, from before the report is stored, since others may arrive at the same moment;
 * `forget` if it is refused.
 */
export function firstReport(commentId: number): { isFirst: boolean; forget: () => void } {
	const key = `${commentId}:${clientKey()}`
	const isFirst = !firstReports.has(key)
	if (isFirst) firstReports.set(key, true)
	return { isFirst, forget: () => void (isFirst && firstReports.delete(key)) }
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

/** HMAC of the client's IP network (IPv6: its /64) under a secret of the day; both are kept in memory only. */
export const clientKey = (): string => dailyHmac(ipNetwork(requestContext().clientIp))

/** Key of the network whose votes are set aside beyond a rate; null without rate limits. */
export const votingNetwork = (): string | null => (env.rateLimits ? clientKey() : null)
