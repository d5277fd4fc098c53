import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { exchange } from '@/lib/exchange'
import { Refusal } from '@/lib/refusal'
import { shared } from '@/lib/shared'
import { proof } from '@/lib/signed'

const MINUTE = 60

/** How often one key may do a thing, in a number of seconds. Generous for people, dull for machines. */
const LIMITS = {
	vote: { points: 60, duration: MINUTE },
	/** New anonymous readers one address may bring to one story a day: a class, an office, not a farm. */
	newReader: { points: 20, duration: 24 * 60 * MINUTE },
	comment: { points: 6, duration: MINUTE },
	signInByAddress: { points: 25, duration: 5 * MINUTE },
	signInByAccount: { points: 10, duration: 15 * MINUTE },
	signUp: { points: 5, duration: 30 * MINUTE },
}

export type Limit = keyof typeof LIMITS

const limiters = shared('limits', () =>
	Object.fromEntries(
		Object.entries(LIMITS).map(([name, options]) => [
			name,
			new RateLimiterMemory({ ...options, keyPrefix: name }),
		]),
	),
) as Record<Limit, RateLimiterMemory>

/** @throws Refusal `too-often` once `key` has used up its limit */
export async function demandWithin(limit: Limit, key: string): Promise<void> {
	if (!env.limits) return
	try {
		await limiters[limit].consume(key)
	} catch (rejection) {
		const seconds = Math.ceil(((rejection as { msBeforeNext?: number }).msBeforeNext ?? 60_000) / 1000)
		throw new Refusal('too-often', `That was a little too often. Please try again in ${waitWords(seconds)}.`)
	}
}

const waitWords = (seconds: number): string =>
	seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / MINUTE)} minutes`

/** The asking address as a key: IPv6 by its /64, hashed, in memory only. */
export function addressKey(): string {
	const { address } = exchange()
	return proof('address', address.includes(':') ? address.split(':').slice(0, 4).join(':') : address)
}
