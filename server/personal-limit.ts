import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { proof } from '@/lib/signed'
import { readerKeyOf } from './audience'

const WINDOW_SECONDS = 60
/** Pages made for one reader in a minute; someone who turns pages without scripts needs thirty. */
const READER_PAGES_MAX = 120
/** … and for one network, such as a library's: at ten milliseconds each a fifth of a processor. */
const NETWORK_PAGES_MAX = 1_200

/** Pages that no cache can answer are asked for faster than the limit allows. */
export class TooManyPages extends Error {
	/** @param seconds until the next one is made */
	constructor(readonly seconds: number) {
		super('Too many personal pages were asked for.')
	}
}

/** Limits the pages that are made for one client: by reader, and by network, as readers are made for nothing. */
export class PersonalLimit {
	readonly #byReader = new RateLimiterMemory({ points: READER_PAGES_MAX, duration: WINDOW_SECONDS })
	readonly #byNetwork = new RateLimiterMemory({ points: NETWORK_PAGES_MAX, duration: WINDOW_SECONDS })

	/** @throws TooManyPages */
	async demand(network: string, cookie: string | undefined): Promise<void> {
		if (!env.limits) return
		// The network comes first: it bounds the number of readers that are remembered.
		await consume(this.#byNetwork, proof('address', network))
		const reader = readerKeyOf(cookie)
		if (reader) await consume(this.#byReader, proof('reader pages', reader))
	}
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
	try {
		await limiter.consume(key)
	} catch (rejection) {
		const { msBeforeNext } = rejection as { msBeforeNext: number }
		throw new TooManyPages(Math.ceil(msBeforeNext / 1000))
	}
}
