import { LRUCache } from 'lru-cache'
import { type AccountAttempt, changeAttempts } from '@/domain/account-attempts'
import { env } from '@/lib/env'
import { ipNetwork, widerIpNetwork } from '@/lib/ip-network'
import { messages } from '@/lib/messages/messages'
import { RateLimiter } from '@/lib/rate-limiter'
import { requestContext } from '@/lib/request-context'
import { hmac } from '@/lib/signing'
import { singleton } from '@/lib/singleton'
import { rateLimited } from './rate-limits'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Attempts of one browser or network per account; duration in seconds. */
const OWN_ATTEMPTS = { points: 10, duration: 15 * 60 }
/** Attempts of one network on all accounts; duration in seconds. */
const NETWORK_ATTEMPTS = { points: 25, duration: 5 * 60 }
/** Attempts on one account by unknown clients before delays start. */
const FREE_ATTEMPTS = 10
/** Retention of attempts: at the longest delay it holds 40 of them, four times the free ones. */
const RETENTION_MS = 60 * MINUTE
/** Maximum delay; it doubles from 1 s. The maximum admits 10 attempts in 15 minutes, 960 a day. */
const DELAY_MAX_MS = 90 * SECOND
/** Pause between attempts of one /24 (IPv6 /48) during guessing, so that other networks are admitted. */
const NETWORK_PAUSE_MS = 15 * MINUTE
/** Entries of each LRU cache: accounts under attempt, and known networks. */
const ENTRIES_MAX = 20_000

const state = singleton('sign-in-attempts', () => ({
	/** Time of a network's last attempt on an account, by the monotonic clock. */
	lastOfNetwork: new LRUCache<string, number>({ max: ENTRIES_MAX }),
	knownNetworks: new LRUCache<string, true>({ max: ENTRIES_MAX }),
	byClient: new RateLimiter({ ...OWN_ATTEMPTS, keyPrefix: 'own' }),
	byNetwork: new RateLimiter({ ...NETWORK_ATTEMPTS, keyPrefix: 'network' }),
}))

export type SignInAttempt = { succeeded: () => Promise<void> }

/**
 * Admits one sign-in attempt on an account. A known browser or network has a quota of its own, so that wrong
 * passwords of other clients do not lock it out. Unknown clients share attempts with growing delays.
 *
 * @param browser id of a browser that has signed in to the account before
 * @throws Refusal `rate-limited`, with the time until the next attempt is admitted
 */
export async function admitSignIn(account: string, browser: string | null): Promise<SignInAttempt> {
	if (!env.rateLimits) return { succeeded: async () => {} }
	const { clientIp } = requestContext()
	const network = hmac('address', ipNetwork(clientIp))
	const known = `${account} ${network}`
	const owner = browser ? `${account} ${browser}` : known
	if (!browser) await consume(state.byNetwork, network)
	await consume(state.byClient, owner)
	const isKnown = browser !== null || state.knownNetworks.get(known) === true
	const wider = `${account} ${hmac('address', widerIpNetwork(clientIp))}`
	const attempt = isKnown ? null : await limitUnknownBrowser(account, wider)
	return {
		succeeded: async () => {
			state.knownNetworks.set(known, true)
			await state.byClient.delete(owner)
			if (!attempt) return
			state.lastOfNetwork.delete(wider)
			await changeAttempts(account, RETENTION_MS, (attempts) => attempts.filter(({ id }) => id !== attempt))
		},
	}
}

async function consume(limiter: RateLimiter, key: string): Promise<void> {
	try {
		await limiter.consume(key)
	} catch (rejection) {
		throw rateLimited(
			messages().refusals.tooManyPasswords,
			(rejection as { msBeforeNext: number }).msBeforeNext,
		)
	}
}

/** Records the attempt before the password is verified, so that concurrent attempts are counted separately. */
async function limitUnknownBrowser(account: string, network: string): Promise<string> {
	const id = crypto.randomUUID()
	let wait = 0
	await changeAttempts(account, RETENTION_MS, (attempts, now) => {
		wait = waitMs(attempts, network, now)
		return wait > 0 ? attempts : [...attempts, { at: now, id }]
	})
	if (wait > 0) throw rateLimited(messages().refusals.accountGuessed, wait)
	state.lastOfNetwork.set(network, performance.now())
	return id
}

function waitMs(attempts: AccountAttempt[], network: string, now: number): number {
	const last = attempts.at(-1)
	if (!last || attempts.length < FREE_ATTEMPTS) return 0
	const delay = Math.min(DELAY_MAX_MS, 2 ** (attempts.length - FREE_ATTEMPTS) * SECOND)
	const own = state.lastOfNetwork.get(network)
	const pause = own === undefined ? 0 : own + NETWORK_PAUSE_MS - performance.now()
	return Math.max(last.at + delay - now, pause)
}
