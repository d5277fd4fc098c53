import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sign } from '@/lib/signing'
import {
	appearanceCookie,
	clearIslandsCookie,
	closedAdsCookie,
	readerCookie,
	recentWriteCookie,
	secondStepCookie,
	sessionCookie,
	signedOutCookie,
} from './set-cookies'

beforeEach(() => void vi.stubEnv('SQUARE_SECRET', 'a secret of this test'))
afterEach(() => void vi.unstubAllEnvs())

const FLAGS = 'SameSite=Lax; HttpOnly'

test('each cookie has its name, lifetime and attributes', () => {
	const session = { token: 'token', personId: 'p-1', expires: new Date('2026-12-24T18:00:00Z') }
	expect([
		sessionCookie(session),
		secondStepCookie(session),
		readerCookie('r-1'),
		recentWriteCookie(),
		signedOutCookie(),
		closedAdsCookie([7]),
		appearanceCookie({ theme: 'dark', size: 'large' }),
	]).toEqual([
		`square-session=token; Path=/; Expires=Thu, 24 Dec 2026 18:00:00 GMT; ${FLAGS}`,
		`square-second-step=token; Path=/; Expires=Thu, 24 Dec 2026 18:00:00 GMT; ${FLAGS}`,
		`square-reader=${sign('reader', 'r-1')}; Path=/; Max-Age=34560000; ${FLAGS}`,
		`square-recent-write=1; Path=/; Max-Age=2; ${FLAGS}`,
		'square-signed-out=1; Path=/; Max-Age=34560000; SameSite=Lax',
		`square-ad-closed=${sign('ad', '7')}; Path=/; Max-Age=7776000; SameSite=Lax`,
		'square-appearance=dark.large; Path=/; Max-Age=34560000; SameSite=Lax',
	])
})

test('null and defaults delete their cookie', () => {
	expect([
		sessionCookie(null),
		readerCookie(null),
		appearanceCookie({ theme: 'system', size: 'normal' }),
	]).toEqual([
		`square-session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ${FLAGS}`,
		`square-reader=; Path=/; Max-Age=0; ${FLAGS}`,
		'square-appearance=; Path=/; Max-Age=0; SameSite=Lax',
	])
})

test('the islands cookie is deleted only if the request has it', () => {
	const cleared = (cookie: string) => clearIslandsCookie({ headers: new Headers({ cookie }) })
	expect(cleared('a=b; square-islands=2')).toEqual(['square-islands=; Path=/; Max-Age=0; SameSite=Lax'])
	expect(cleared('other-square-islands=2')).toEqual([])
	expect(clearIslandsCookie({ headers: new Headers() })).toEqual([])
})

test('session and sign-in cookies have prefixed names on an https site', async () => {
	vi.stubEnv('SITE_URL', 'https://square.test')
	// The names are constants of the module, which the query evaluates once more.
	const again = '@/lib/cookies?https'
	const names: typeof import('@/lib/cookies') = await import(again)
	expect([names.SESSION_COOKIE, names.SECOND_STEP_COOKIE, names.READER_COOKIE]).toEqual([
		'__Host-square-session',
		'__Host-square-second-step',
		'__Host-square-reader',
	])
	// A path other than `/` does not allow `__Host-`.
	expect(names.RECOVERY_CODES_COOKIE).toBe('__Secure-square-codes')
})

test('cookies of an https site are Secure', () => {
	vi.stubEnv('SITE_URL', 'https://square.test')
	expect(recentWriteCookie()).toMatch(/; Secure$/)
	expect(sessionCookie(null)).toMatch(/; Secure$/)
})
