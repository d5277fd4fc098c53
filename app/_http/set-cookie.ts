import { env } from '@/lib/env'

type Cookie = {
	name: string
	value: string
	/** How long browsers keep it; 0 takes it back. */
	seconds: number
	/** Scripts of the page may read it; only for what is no secret and proves nothing. */
	readable?: boolean
	/** The only addresses it is sent to. */
	path?: string
}

/** A cookie of the site as a `Set-Cookie` line. */
export function serializeCookie({ name, value, seconds, readable, path = '/' }: Cookie): string {
	const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${seconds}`, 'SameSite=Lax']
	if (!readable) parts.push('HttpOnly')
	if (env.secureCookies) parts.push('Secure')
	return parts.join('; ')
}
