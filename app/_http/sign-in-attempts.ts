import { LRUCache } from 'lru-cache'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { ipNetwork, widerIpNetwork } from '@/lib/ip-network'
import { requestContext } from '@/lib/request-context'
import { hmac } from '@/lib/signing'
import { singleton } from '@/lib/singleton'
import { rateLimited } from './rate-limits'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Tries of one browser or network at one account: a forgotten password, not a word list. */
const OWN_TRIES = { points: 10, duration: 15 * 60 }
/** Tries of one network at all accounts together. */
const NETWORK_TRIES = { points: 25, duration: 5 * 60 }
/** Tries at one account by clients that it does not know, before they are slowed down. */
const FREE_TRIES = 10
/** These tries are remembered so long; at the longest delay they stay far more than the free ones. */
const MEMORY_MS = 60 * MINUTE
/** The delay doubles from a second up to this: ten tries in a quarter of an hour, 960 a day. */
const DELAY_MAX_MS = 90 * SECOND
/** While an account is being guessed at, a wide network has one try in this time, so that others find a gap. */
const NETWORK_PAUSE_MS = 15 * MINUTE
/** Accounts tried and networks known that are remembered at a time. */
const REMEMBERED_MAX = 20_000

type Try = { at: number; network: string }

const state = singleton('sign-in-attempts', () => ({
	tries: new LRUCache<string, Try[]>({ max: REMEMBERED_MAX }),
	knownNetworks: new LRUCache<string, true>({ max: REMEMBERED_MAX }),
	byOwner: new RateLimiterMemory({ ...OWN_TRIES, keyPrefix: 'own' }),
	byNetwork: new RateLimiterMemory({ ...NETWORK_TRIES, keyPrefix: 'network' }),
}))

export type SignInAttempt = { succeeded: () => Promise<void> }

/**
 * Admits one try at an account. A browser, and a network, that signed in to it before has tries of its own,
 * so that nobody else's wrong passwords lock it out. All others share tries that come ever slower.
 *
 * @param browser the id of a browser that has signed in to the account before
 * @throws Refusal `too-often`, with the time after which the next try is admitted
 */
export async function admitSignIn(account: string, browser: string | null): Promise<SignInAttempt> {
	if (!env.rateLimits) return { succeeded: async () => {} }
	const { clientIp } = requestContext()
	const network = hmac('address', ipNetwork(clientIp))
	const known = `${account} ${network}`
	const owner = browser ? `${account} ${browser}` : known
	if (!browser) await consume(state.byNetwork, network)
	await consume(state.byOwner, owner)
	const isKnown = browser !== null || state.knownNetworks.get(known) === true
	const tried = isKnown ? null : limitUnknownBrowser(account, hmac('address', widerIpNetwork(clientIp)))
	return {
		succeeded: async () => {
			state.knownNetworks.set(known, true)
			await state.byOwner.delete(owner)
			const tries = state.tries.get(account)
			if (tried && tries) tries.splice(tries.indexOf(tried), 1)
		},
	}
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
	try {
		await limiter.consume(key)
	} catch (rejection) {
		throw rateLimited(
			'Too many passwords were tried from here.',
			(rejection as { msBeforeNext: number }).msBeforeNext,
		)
	}
}

/** A try counts from its beginning, so that a hundred at once are not admitted as one. */
function limitUnknownBrowser(account: string, network: string): Try {
	const now = performance.now()
	const tries = (state.tries.get(account) ?? []).filter(({ at }) => at > now - MEMORY_MS)
	const wait = waitFor(tries, network, now)
	if (wait > 0)
		throw rateLimited(
			'Too many wrong passwords were tried for this account. A browser that signed in to it before is not stopped by that.',
			wait,
		)
	const tried = { at: now, network }
	tries.push(tried)
	state.tries.set(account, tries)
	return tried
}

function waitFor(tries: Try[], network: string, now: number): number {
	const last = tries.at(-1)
	if (!last || tries.length < FREE_TRIES) return 0
	const delay = Math.min(DELAY_MAX_MS, 2 ** (tries.length - FREE_TRIES) * SECOND)
	const own = tries.findLast((each) => each.network === network)
	return Math.max(last.at + delay - now, own ? own.at + NETWORK_PAUSE_MS - now : 0)
}
