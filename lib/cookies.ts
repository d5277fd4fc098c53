import { env } from './env'
import { decodeSafely } from './urls'

/** On https a name that browsers accept for the whole host only, and from nobody else. */
const hostOnly = (name: string): string => (env.secureCookies ? `__Host-${name}` : name)

/** Who is signed in. */
export const SESSION_COOKIE = hostOnly('square-session')

/** The signed token that keeps one vote a reader. */
export const READER_COOKIE = hostOnly('square-reader')

/** Proves to the sign-in route that this browser signed in to an account before; sent nowhere else. */
export const KNOWN_BROWSER_COOKIE = env.secureCookies ? '__Secure-square-known' : 'square-known'

/** Set for a moment by every write of a reader: their next view is made for them, from what is stored. */
export const RECENT_WRITE_COOKIE = 'square-recent-write'

/** The cookies of a request, as Next reads them too: of two with one name the last counts. */
export function parseCookies(header: string | null | undefined): Map<string, string> {
	const cookies = new Map<string, string>()
	for (const part of (header ?? '').split(';')) {
		const equals = part.indexOf('=')
		if (equals > 0) cookies.set(part.slice(0, equals).trim(), decodeSafely(part.slice(equals + 1).trim()))
	}
	return cookies
}
