import type { NewSession } from '@/domain/sessions'
import { type Appearance, DEFAULT_APPEARANCE, serializeAppearance } from '@/lib/appearance'
import {
	AD_COOKIE,
	APPEARANCE_COOKIE,
	ISLANDS_COOKIE,
	parseCookies,
	READER_COOKIE,
	RECENT_WRITE_COOKIE,
	SECOND_STEP_COOKIE,
	SESSION_COOKIE,
	SIGNED_OUT_COOKIE,
	THREAD_COOKIE,
} from '@/lib/cookies'
import { env } from '@/lib/env'
import { COOKIE_DAYS } from '@/lib/retention'
import type { RouteRequest } from '@/lib/route-request'
import { sign } from '@/lib/signing'
import { orderWords, serializeOrder, type ThreadOrder } from '@/lib/thread-order'

const DAY_SECONDS = 86_400
export const LONGEST_SECONDS = COOKIE_DAYS.longest * DAY_SECONDS
const CLOSED_AD_SECONDS = COOKIE_DAYS.closedAds * DAY_SECONDS
/** Covers the page load after a write; short, since such page loads bypass the cache. */
const RECENT_WRITE_SECONDS = 2

type SetCookie = {
	name: string
	value: string
	/** `Max-Age` in seconds, of which 0 deletes the cookie, or the date of `Expires`. */
	lifetime: number | Date
	/** Omits `HttpOnly`; only for values that are neither secret nor credentials. */
	readable?: boolean
	/** `Path` prefix the cookie is sent to; `/` by default. */
	path?: string
}

/** A `Set-Cookie` line with `SameSite=Lax`, and `Secure` on an https site. */
export function serializeCookie({ name, value, lifetime, readable, path = '/' }: SetCookie): string {
	const expiry = typeof lifetime === 'number' ? `Max-Age=${lifetime}` : `Expires=${lifetime.toUTCString()}`
	const parts = [`${name}=${value}`, `Path=${path}`, expiry, 'SameSite=Lax']
	if (!readable) parts.push('HttpOnly')
	if (env.secureCookies) parts.push('Secure')
	return parts.join('; ')
}

/** Session token, in the cookie that next-auth reads; null deletes it. */
export const sessionCookie = (session: NewSession | null): string =>
	serializeCookie({
		name: SESSION_COOKIE,
		value: session?.token ?? '',
		lifetime: session?.expires ?? new Date(0),
	})

/** Tells the scripts of the next page that an account was signed out; they delete it. */
export const signedOutCookie = (): string =>
	serializeCookie({ name: SIGNED_OUT_COOKIE, value: '1', lifetime: LONGEST_SECONDS, readable: true })

/** Token of a sign-in that waits for its second step; null deletes it. */
export const secondStepCookie = (step: NewSession | null): string =>
	serializeCookie({
		name: SECOND_STEP_COOKIE,
		value: step?.token ?? '',
		lifetime: step?.expires ?? new Date(0),
	})

/** Reader id, which ties votes to a browser; null deletes it. */
export const readerCookie = (readerId: string | null): string =>
	serializeCookie({
		name: READER_COOKIE,
		value: readerId ? sign('reader', readerId) : '',
		lifetime: readerId ? LONGEST_SECONDS : 0,
	})

/** Makes the writer's next page bypass the cache, so that it includes the vote or comment just written. */
export const recentWriteCookie = (): string =>
	serializeCookie({ name: RECENT_WRITE_COOKIE, value: '1', lifetime: RECENT_WRITE_SECONDS })

/** Closed advertisements remembered in a browser, the last ones. */
const CLOSED_ADS_MAX = 8

/** Ids of the closed advertisements, the last one last; the page's script reads them. */
export const closedAdsCookie = (ids: readonly number[]): string =>
	serializeCookie({
		name: AD_COOKIE,
		value: sign('ad', ids.slice(-CLOSED_ADS_MAX).join('-')),
		lifetime: CLOSED_AD_SECONDS,
		readable: true,
	})

/** Order of the comments of stories; the default deletes the cookie. */
export function threadCookie(order: ThreadOrder): string {
	const isDefault = orderWords(order).length === 0
	return serializeCookie({
		name: THREAD_COOKIE,
		value: isDefault ? '' : serializeOrder(order),
		lifetime: isDefault ? 0 : LONGEST_SECONDS,
	})
}

/** Theme and text size; the default deletes the cookie. */
export function appearanceCookie(appearance: Appearance): string {
	const value = serializeAppearance(appearance)
	const isDefault = value === serializeAppearance(DEFAULT_APPEARANCE)
	return serializeCookie({
		name: APPEARANCE_COOKIE,
		value: isDefault ? '' : value,
		lifetime: isDefault ? 0 : LONGEST_SECONDS,
		readable: true,
	})
}

/**
 * Lines that delete the islands cookie of a request: a plain form post means that scripts do not run. Pages then
 * include the reader's own votes from the server, until a script sets the cookie again.
 */
export const clearIslandsCookie = ({ headers }: Pick<RouteRequest, 'headers'>): string[] =>
	parseCookies(headers.get('cookie')).has(ISLANDS_COOKIE)
		? [serializeCookie({ name: ISLANDS_COOKIE, value: '', lifetime: 0, readable: true })]
		: []
