import { randomUUID } from 'node:crypto'
import { READER_COOKIE } from '@/lib/cookies'
import { sign, unsign } from '@/lib/signing'
import { serializeCookie } from './set-cookie'

/** Browsers cap cookie lifetimes at 400 days. */
export const READER_COOKIE_DAYS = 400

export const newReaderId = (): string => randomUUID()

export const readerIdIn = (cookie: string | undefined): string | null => unsign('reader', cookie)

/** `Set-Cookie` line of the reader id, which ties votes to a browser; an empty id deletes it. */
export const readerCookie = (readerId: string): string =>
	serializeCookie({
		name: READER_COOKIE,
		value: readerId && sign('reader', readerId),
		seconds: readerId ? READER_COOKIE_DAYS * 86_400 : 0,
	})
