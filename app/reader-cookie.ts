import { randomUUID } from 'node:crypto'
import { READER_COOKIE } from '@/lib/cookies'
import { env } from '@/lib/env'
import { sign, unsign } from '@/lib/signed'

/** Browsers keep no cookie longer than 400 days. */
export const READER_COOKIE_DAYS = 400

export const newReaderId = (): string => randomUUID()

export const readerIdIn = (cookie: string | undefined): string | null => unsign('reader', cookie)

/** The cookie that keeps one vote a reader, as a `Set-Cookie` line; an empty id takes it back. */
export function readerCookie(readerId: string): string {
	const parts = [
		`${READER_COOKIE}=${readerId && sign('reader', readerId)}`,
		'Path=/',
		`Max-Age=${readerId ? READER_COOKIE_DAYS * 86_400 : 0}`,
		'HttpOnly',
		'SameSite=Lax',
	]
	if (env.secureCookies) parts.push('Secure')
	return parts.join('; ')
}
