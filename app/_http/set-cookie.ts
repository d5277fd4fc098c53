import { env } from '@/lib/env'

type Cookie = {
	name: string
	value: string
	/** `Max-Age` in seconds; 0 deletes the cookie. */
	seconds: number
	/** Omits `HttpOnly`; only for values that are neither secret nor credentials. */
	readable?: boolean
	/** `Path` prefix the cookie is sent to; `/` by default. */
	path?: string
}

/** A `Set-Cookie` line with `SameSite=Lax`, and `Secure` on an https site. */
export function serializeCookie({ name, value, seconds, readable, path = '/' }: Cookie): string {
	const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${seconds}`, 'SameSite=Lax']
	if (!readable) parts.push('HttpOnly')
	if (env.secureCookies) parts.push('Secure')
	return parts.join('; ')
}
