import type { IncomingHttpHeaders } from 'node:http'
import { AD_COOKIE } from '@/lib/ad-cookie'
import { APPEARANCE_COOKIE, appearanceAttributes, parseAppearance } from '@/lib/appearance'
import { parseCookies, READER_COOKIE, RECENT_WRITE_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { ISLANDS_COOKIE } from '@/lib/islands-cookie'
import { unsign } from '@/lib/signing'
import { SAVE_DATA, wantsSaveData } from './save-data'

/** For whom a page is made. Nothing else in a request can change a document. */
export type Variant = {
	/** Whether the page shows something of this one reader, and so is made for them and kept by nobody. */
	isPrivate: boolean
	/** The one cookie that a shared page may depend on, as a header line; empty for almost everybody. */
	ad: string
	/** What this browser's choice of look, and its wish to save data, add to the page's root element. */
	appearance: string
}

const DEFAULT_VARIANT: Variant = { isPrivate: false, ad: '', appearance: '' }

/** As `variantForCookies`, with what the request's other headers say. */
export function variantFor(headers: IncomingHttpHeaders, wantsPrivate = false): Variant {
	const variant = variantForCookies(headers.cookie, wantsPrivate)
	return wantsSaveData(headers) ? { ...variant, appearance: variant.appearance + SAVE_DATA } : variant
}

/** @param wantsPrivate whether the address asks for the reader's own page */
export function variantForCookies(cookieHeader: string | undefined, wantsPrivate = false): Variant {
	if (!cookieHeader) return DEFAULT_VARIANT
	const cookies = parseCookies(cookieHeader)
	const islands = cookies.has(ISLANDS_COOKIE)
	const isReader = () => unsign('reader', cookies.get(READER_COOKIE)) !== null
	const isPrivate =
		Boolean(cookies.get(SESSION_COOKIE)) ||
		cookies.has(RECENT_WRITE_COOKIE) ||
		((wantsPrivate || !islands) && isReader())
	return {
		isPrivate,
		ad: isPrivate || islands ? '' : signedAdCookie(cookies.get(AD_COOKIE)),
		appearance: appearanceOf(cookies.get(APPEARANCE_COOKIE)),
	}
}

/** The key by which the personal pages of one reader are counted; null without a cookie that names one. */
export function readerKey(cookieHeader: string | undefined): string | null {
	const cookies = parseCookies(cookieHeader)
	return cookies.get(SESSION_COOKIE) || unsign('reader', cookies.get(READER_COOKIE))
}

/** Only what was signed here counts, so that nobody can fill the cache with pages for made-up cookies. */
const signedAdCookie = (value: string | undefined): string =>
	unsign('ad', value) === null ? '' : `${AD_COOKIE}=${value}`

function appearanceOf(value: string | undefined): string {
	const appearance = parseAppearance(value)
	return appearance ? appearanceAttributes(appearance) : ''
}
