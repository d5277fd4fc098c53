import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { exchange } from '@/lib/exchange'
import { Refusal } from '@/lib/refusal'
import { shared } from '@/lib/shared'
import { proof } from '@/lib/signed'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** How often one key may do a thing, in a number of seconds. Generous for people, dull for machines. */
const LIMITS = {
	vote: { points: 60, duration: MINUTE },
	/** First votes without an account from one address on one story a day: a class, an office, not a farm. */
	firstVote: { points: 20, duration: DAY },
	/** New anonymous readers one address may bring a day. */
	newReader: { points: 200, duration: DAY },
	comment: { points: 6, duration: MINUTE },
	signInByAddress: { points: 25, duration: 5 * MINUTE },
	/** By account and address, so that a stranger's guesses do not lock the owner out … */
	signInByAccount: { points: 10, duration: 15 * MINUTE },
	/** … and by account from anywhere, so that many addresses do not make a guesser. */
	signInFromAnywhere: { points: 100, duration: 15 * MINUTE },
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
export const addressKey = (): string => proof('address', networkOf(exchange().address))

/** IPv4 whole, also inside IPv6; IPv6 by the half that one connection is given. */
export function networkOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
	if (mapped || !address.includes(':')) return mapped ?? address
	const [head = '', tail] = address.split('::')
	const left = head ? head.split(':') : []
	const right = tail ? tail.split(':') : []
	const groups =
		tail === undefined
			? left
			: [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
		.join(':')
}
