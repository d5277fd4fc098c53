import type { IncomingHttpHeaders } from 'node:http'
import { AD_COOKIE } from '@/lib/ad-cookie'
import { APPEARANCE_COOKIE, appearanceAttributes, parseAppearance } from '@/lib/appearance'
import { parseCookies, READER_COOKIE, RECENT_WRITE_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { ISLANDS_COOKIE } from '@/lib/islands-cookie'
import { unsign } from '@/lib/signing'
import { SAVE_DATA, wantsSaveData } from './save-data'

/** The variant of a page that a request gets. Other headers of the request do not change the page. */
export type Variant = {
	/** Whether the page shows state of this reader, and is rendered for the request and not cached. */
	isPrivate: boolean
	/** `Cookie` header with the signed cookie of a closed advertisement, or empty; shared pages use no other. */
	ad: string
	/** Attributes of the root element for the appearance cookie and `Save-Data`, with a leading space. */
	appearance: string
}

const DEFAULT_VARIANT: Variant = { isPrivate: false, ad: '', appearance: '' }

/** As `variantForCookies`, with the `Save-Data` header. */
export function variantFor(headers: IncomingHttpHeaders, wantsPrivate = false): Variant {
	const variant = variantForCookies(headers.cookie, wantsPrivate)
	return wantsSaveData(headers) ? { ...variant, appearance: variant.appearance + SAVE_DATA } : variant
}

/** @param wantsPrivate whether the URL requests the reader's private page (`own`) */
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

/** Key of a reader for the rate limit of private pages; null without a session or a signed reader cookie. */
export function readerKey(cookieHeader: string | undefined): string | null {
	const cookies = parseCookies(cookieHeader)
	return cookies.get(SESSION_COOKIE) || unsign('reader', cookies.get(READER_COOKIE))
}

/** Ignores unsigned cookies, so that forged values cannot fill the cache. */
const signedAdCookie = (value: string | undefined): string =>
	unsign('ad', value) === null ? '' : `${AD_COOKIE}=${value}`

function appearanceOf(value: string | undefined): string {
	const appearance = parseAppearance(value)
	return appearance ? appearanceAttributes(appearance) : ''
}
