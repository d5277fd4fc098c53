import { env } from './env'
import { unsign } from './signing'
import { decodeSafely } from './urls'

export * from './script-cookies'

/** Adds the `__Host-` prefix on https: browsers accept the cookie only from this host, with path `/`. */
const hostOnly = (name: string): string => (env.secureCookies ? `__Host-${name}` : name)

/** Session token of a signed-in account. */
export const SESSION_COOKIE = hostOnly('square-session')

/** Signed reader token, which limits votes to one a reader and story. */
export const READER_COOKIE = hostOnly('square-reader')

/** Signed proof for the sign-in route of an earlier sign-in in this browser; its path limits it to that route. */
export const KNOWN_BROWSER_COOKIE = env.secureCookies ? '__Secure-square-known' : 'square-known'

/** Token of a sign-in that waits for its second step. */
export const SECOND_STEP_COOKIE = hostOnly('square-second-step')

/** A sign-in that was sent to a provider and has not come back, encrypted: next-auth's checks, and the page to return to. */
export const PROVIDER_COOKIE = hostOnly('square-provider')

/** An account at a provider that waits to be connected, encrypted. */
export const CONNECT_COOKIE = env.secureCookies ? '__Secure-square-connect' : 'square-connect'

/** New recovery codes, encrypted: the database holds only their hashes, and the next page shows them. */
export const RECOVERY_CODES_COOKIE = env.secureCookies ? '__Secure-square-codes' : 'square-codes'

/** Short-lived cookie set by each write of a reader: their next page is rendered for them, past the page cache. */
export const RECENT_WRITE_COOKIE = 'square-recent-write'

/** Order of the comments of stories, as `parseOrder` reads it. It holds no identifier. */
export const THREAD_COOKIE = 'square-thread'

/** Parses a Cookie header; of two cookies with one name the last wins, as in Next (the first in npm’s `cookie`). */
export function parseCookies(header: string | null | undefined): Map<string, string> {
	const cookies = new Map<string, string>()
	for (const part of (header ?? '').split(';')) {
		const equals = part.indexOf('=')
		if (equals > 0) cookies.set(part.slice(0, equals).trim(), decodeSafely(part.slice(equals + 1).trim()))
	}
	return cookies
}

/** Reader id in the value of the reader cookie; null if missing or forged. */
export const readerIdIn = (cookie: string | undefined): string | null => unsign('reader', cookie)

/** Ids of closed advertisements in the value of the ad cookie; null if missing or forged. */
export function closedAdsIn(cookie: string | undefined): number[] | null {
	const ids = unsign('ad', cookie)
	return ids === null ? null : ids.split('-').map(Number)
}
