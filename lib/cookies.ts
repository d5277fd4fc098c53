import { env } from './env'

/** On https a name that browsers accept for the whole host only, and from nobody else. */
const hostOnly = (name: string): string => (env.secureCookies ? `__Host-${name}` : name)

/** Who is signed in. */
export const SESSION_COOKIE = hostOnly('square-session')

/** The signed token that keeps one vote a reader. */
export const READER_COOKIE = hostOnly('square-reader')

/** Set for a moment by every write of a reader: their next view is made for them, from what is stored. */
export const FRESH_COOKIE = 'square-fresh'
