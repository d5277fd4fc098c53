import { parseCookies, READER_COOKIE, readerIdIn, SESSION_COOKIE } from '@/lib/cookies'
import { env } from '@/lib/env'
import { RateLimiter } from '@/lib/rate-limiter'
import { hmac } from '@/lib/signing'

const WINDOW_SECONDS = 60
/** Private pages per reader and minute; a reader paging through lists without scripts needs thirty. */
const READER_PAGES_MAX = 120
/** Private pages per network (such as a library's) and minute: at up to 10 ms each, a fifth of a processor. */
const NETWORK_PAGES_MAX = 1_200

/** The rate limit of private pages is exceeded. */
export class RateLimitedError extends Error {
	/** @param retryAfter seconds until the next page is allowed */
	constructor(readonly retryAfter: number) {
		super('Rate limit of private pages exceeded.')
	}
}

/** Rate limit of private pages by reader, and by network too, since a client can create readers at no cost. */
export class PrivatePageLimiter {
	readonly #byReader = new RateLimiter({ points: READER_PAGES_MAX, duration: WINDOW_SECONDS })
	readonly #byNetwork = new RateLimiter({ points: NETWORK_PAGES_MAX, duration: WINDOW_SECONDS })

	/** @throws RateLimitedError */
	async consume(network: string, cookie: string | undefined): Promise<void> {
		if (!env.rateLimits) return
		// The network comes first: its limit bounds the number of readers held in memory.
		await consume(this.#byNetwork, hmac('address', network))
		const reader = readerKey(cookie)
		if (reader) await consume(this.#byReader, hmac('reader pages', reader))
	}
}

/** Session token or reader id; null without a session or a signed reader cookie. */
function readerKey(cookieHeader: string | undefined): string | null {
	const cookies = parseCookies(cookieHeader)
	return cookies.get(SESSION_COOKIE) || readerIdIn(cookies.get(READER_COOKIE))
}

async function consume(limiter: RateLimiter, key: string): Promise<void> {
	try {
		await limiter.consume(key)
	} catch (rejection) {
		const { msBeforeNext } = rejection as { msBeforeNext: number }
		throw new RateLimitedError(Math.ceil(msBeforeNext / 1000))
	}
}
