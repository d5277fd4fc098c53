import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { hmac } from '@/lib/signing'
import { readerKey } from './cache-variant'

const WINDOW_SECONDS = 60
/** Pages made for one reader in a minute; someone who turns pages without scripts needs thirty. */
const READER_PAGES_MAX = 120
/** … and for one network, such as a library's: at ten milliseconds each a fifth of a processor. */
const NETWORK_PAGES_MAX = 1_200

/** Pages that no cache can answer are asked for faster than the limit allows. */
export class RateLimitedError extends Error {
	/** @param retryAfter until the next one is made */
	constructor(readonly retryAfter: number) {
		super('Rate limit of private pages exceeded.')
	}
}

/** Limits the pages that are made for one client: by reader, and by network, as readers are made for nothing. */
export class PrivatePageLimiter {
	readonly #byReader = new RateLimiterMemory({ points: READER_PAGES_MAX, duration: WINDOW_SECONDS })
	readonly #byNetwork = new RateLimiterMemory({ points: NETWORK_PAGES_MAX, duration: WINDOW_SECONDS })

	/** @throws RateLimitedError */
	async consume(network: string, cookie: string | undefined): Promise<void> {
		if (!env.rateLimits) return
		// The network comes first: it bounds the number of readers that are remembered.
		await consume(this.#byNetwork, hmac('address', network))
		const reader = readerKey(cookie)
		if (reader) await consume(this.#byReader, hmac('reader pages', reader))
	}
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
	try {
		await limiter.consume(key)
	} catch (rejection) {
		const { msBeforeNext } = rejection as { msBeforeNext: number }
		throw new RateLimitedError(Math.ceil(msBeforeNext / 1000))
	}
}
