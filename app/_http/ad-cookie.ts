import { AD_COOKIE } from '@/lib/ad-cookie'
import { sign, unsign } from '@/lib/signing'
import { serializeCookie } from './set-cookie'

const AD_COOKIE_DAYS = 90

/** Remembers the advertisement this browser has closed; the page's script may read which. */
export const closedAdCookie = (id: number): string =>
	serializeCookie({
		name: AD_COOKIE,
		value: sign('ad', String(id)),
		seconds: AD_COOKIE_DAYS * 86_400,
		readable: true,
	})

export const isClosedAd = (cookie: string | undefined, id: number): boolean =>
	unsign('ad', cookie) === String(id)
