import type { IncomingHttpHeaders } from 'node:http'
import { AD_COOKIE } from '@/lib/ad-cookie'
import { cookiesIn, FRESH_COOKIE, READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { ISLANDS_COOKIE } from '@/lib/islands-cookie'
import { LOOK_COOKIE, lookAttributes, parseLook } from '@/lib/look'
import { unsign } from '@/lib/signed'
import { SAVES_DATA, savesData } from './save-data'

/** For whom a page is made. Nothing else in a request can change a document. */
export type Audience = {
	/** Whether the page shows something of this one reader, and so is made for them and kept by nobody. */
	personal: boolean
	/** The one cookie that a shared page may depend on, as a header line; empty for almost everybody. */
	variant: string
	/** What this browser's choice of look, and its wish to save data, add to the page's root element. */
	look: string
}

const EVERYBODY: Audience = { personal: false, variant: '', look: '' }

/** As `audienceOf`, with what the request's other headers say. */
export function audienceFor(headers: IncomingHttpHeaders, own = false): Audience {
	const audience = audienceOf(headers.cookie, own)
	return savesData(headers) ? { ...audience, look: audience.look + SAVES_DATA } : audience
}

/** @param own whether the address asks for the reader's own page */
export function audienceOf(cookieHeader: string | undefined, own = false): Audience {
	if (!cookieHeader) return EVERYBODY
	const cookies = cookiesIn(cookieHeader)
	const islands = cookies.has(ISLANDS_COOKIE)
	const isReader = () => unsign('reader', cookies.get(READER_COOKIE)) !== null
	const personal =
		Boolean(cookies.get(SESSION_COOKIE)) || cookies.has(FRESH_COOKIE) || ((own || !islands) && isReader())
	return {
		personal,
		variant: personal || islands ? '' : closedAd(cookies.get(AD_COOKIE)),
		look: lookOf(cookies.get(LOOK_COOKIE)),
	}
}

/** The key by which the personal pages of one reader are counted; null without a cookie that names one. */
export function readerKeyOf(cookieHeader: string | undefined): string | null {
	const cookies = cookiesIn(cookieHeader)
	return cookies.get(SESSION_COOKIE) || unsign('reader', cookies.get(READER_COOKIE))
}

/** Only what was signed here counts, so that nobody can fill the cache with pages for made-up cookies. */
const closedAd = (value: string | undefined): string =>
	unsign('ad', value) === null ? '' : `${AD_COOKIE}=${value}`

function lookOf(value: string | undefined): string {
	const look = parseLook(value)
	return look ? lookAttributes(look) : ''
}
