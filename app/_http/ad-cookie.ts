import { AD_COOKIE } from '@/lib/ad-cookie'
import { sign, unsign } from '@/lib/signing'
import { serializeCookie } from './set-cookie'

const AD_COOKIE_DAYS = 90

/** `Set-Cookie` line with the signed id of the closed advertisement; readable by the page's script. */
export const closedAdCookie = (id: number): string =>
	serializeCookie({
		name: AD_COOKIE,
		value: sign('ad', String(id)),
		seconds: AD_COOKIE_DAYS * 86_400,
		readable: true,
	})

export const isClosedAd = (cookie: string | undefined, id: number): boolean =>
	unsign('ad', cookie) === String(id)
