import type { AuthCookies } from '@/app/auth'
import type { ExternalProfile } from '@/domain/external-accounts'
import { CONNECT_COOKIE, PROVIDER_COOKIE, parseCookies } from '@/lib/cookies'
import { decrypt, encrypt } from '@/lib/encryption'
import { RETENTION } from '@/lib/retention'
import { CONNECT_PATH, type Provider } from '@/lib/sign-in-providers'
import { serializeCookie } from './set-cookies'

const SECONDS = RETENTION.providerSignInMinutes * 60
/** Longer return paths are left out: a cookie holds 4 kB, of which next-auth's checks take half. */
const NEXT_LENGTH_MAX = 1_200

/** A sign-in that was sent to a provider. */
export type SentSignIn = { provider: Provider; next: string; checks: AuthCookies }

/** `Set-Cookie` line of a sign-in that is sent to a provider; null deletes it. */
export const providerCookie = (sent: SentSignIn | null): string =>
	sealed(
		{ name: PROVIDER_COOKIE },
		sent && { ...sent, next: sent.next.length > NEXT_LENGTH_MAX ? '/' : sent.next },
	)

/** The sign-in that this browser was sent to the provider with; null for another, or after its time. */
export function sentSignIn(cookieHeader: string | null, provider: Provider): SentSignIn | null {
	const sent = opened<SentSignIn>(cookieHeader, PROVIDER_COOKIE)
	return sent?.provider === provider ? sent : null
}

/** `Set-Cookie` line of an account at a provider that waits to be connected; null deletes it. */
export const connectCookie = (profile: ExternalProfile | null): string =>
	sealed({ name: CONNECT_COOKIE, path: CONNECT_PATH }, profile)

/** The account at a provider that waits in this browser to be connected; null without one, or after its time. */
export const waitingAccount = (cookieHeader: string | null): ExternalProfile | null =>
	opened<ExternalProfile>(cookieHeader, CONNECT_COOKIE)

/** Encrypted, with its end, since a copied cookie has no lifetime. */
function sealed(cookie: { name: string; path?: string }, value: object | null): string {
	const content = value && JSON.stringify({ value, expires: Date.now() + SECONDS * 1000 })
	return serializeCookie({
		...cookie,
		value: content ? encrypt(cookie.name, content) : '',
		lifetime: content ? SECONDS : 0,
	})
}

function opened<T>(cookieHeader: string | null, name: string): T | null {
	const content = decrypt(name, parseCookies(cookieHeader).get(name) ?? '')
	if (!content) return null
	const { value, expires } = JSON.parse(content) as { value: T; expires: number }
	return Date.now() < expires ? value : null
}
