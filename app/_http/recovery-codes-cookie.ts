import { parseCookies, RECOVERY_CODES_COOKIE } from '@/lib/cookies'
import { decrypt, encrypt } from '@/lib/encryption'
import { RETENTION } from '@/lib/retention'
import { serializeCookie } from './set-cookies'

/** Time for storing or printing new recovery codes. */
const SHOWN_SECONDS = RETENTION.recoveryCodesMinutes * 60

const purpose = (personId: string): string => `recovery codes of ${personId}`

/** `Set-Cookie` line of new recovery codes for the next page, as only hashes are stored; null deletes it. */
export const recoveryCodesCookie = (personId: string, codes: string[] | null): string =>
	serializeCookie({
		name: RECOVERY_CODES_COOKIE,
		value: codes ? encrypt(purpose(personId), codes.join(' ')) : '',
		lifetime: codes ? SHOWN_SECONDS : 0,
		path: '/account/recovery-codes',
	})

/** The new recovery codes of a person in a `Cookie` header; empty without them. */
export function recoveryCodesIn(cookieHeader: string | null, personId: string): string[] {
	const value = parseCookies(cookieHeader).get(RECOVERY_CODES_COOKIE)
	return (value ? decrypt(purpose(personId), value) : null)?.split(' ') ?? []
}
