import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { writeDb } from '@/db/sqlite/connection'
import { withDatabase } from '@/db/testing'
import { addPerson } from '@/domain/people'
import { endSession, signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { viewerFromRequest } from './_http/viewer-from-request'
import { GET } from './api/auth/session/route'

withDatabase()

const ada = { name: 'Ada Byron', email: 'ada@example.org', password: 'engine no. 1', role: 'editor' } as const
const requestWith = (cookie: string) => ({
	url: 'http://square.test/api/auth/session?callbackUrl=javascript:1',
	headers: new Headers({ cookie }),
	json: async () => null,
	formData: async () => new FormData(),
})

test('next-auth and pages read the same session, despite other cookies', async () => {
	await addPerson(ada)
	const { token } = await signIn(ada.email, ada.password)
	for (const more of [
		'',
		'; next-auth.callback-url=%%%',
		'; next-auth.callback-url=javascript:1; next-auth.csrf-token=x',
	]) {
		const cookie = `${SESSION_COOKIE}=${token}${more}`
		const response = await GET(requestWith(cookie))
		expect(response.status).toBe(200)
		expect(await response.json()).toEqual({
			expires: expect.any(String),
			person: expect.objectContaining({ name: 'Ada Byron', role: 'editor' }),
		})
		expect([...response.headers].map(([name]) => name).sort()).toEqual(['cache-control', 'content-type'])
		expect((await viewerFromRequest(requestWith(cookie))).person?.name).toBe('Ada Byron')
	}
	await endSession(token)
	const ended = `${SESSION_COOKIE}=${token}`
	expect(await (await GET(requestWith(ended))).json()).toEqual({})
	expect((await viewerFromRequest(requestWith(ended))).person).toBeNull()
})

test('a failed read of sessions is an error for next-auth too', async () => {
	const cookie = `${SESSION_COOKIE}=any`
	writeDb().run(sql.raw('alter table sessions rename to sessions_away'))
	try {
		await expect(viewerFromRequest(requestWith(cookie))).rejects.toThrow(/sessions/)
		await expect(GET(requestWith(cookie))).rejects.toThrow(/sessions/)
	} finally {
		writeDb().run(sql.raw('alter table sessions_away rename to sessions'))
	}
})

test.each([
	'',
	`${SESSION_COOKIE}=`,
	`${SESSION_COOKIE}=made-up`,
	`${SESSION_COOKIE}.0=a; ${SESSION_COOKIE}.1=b`,
])('cookie %j yields an empty session and no Set-Cookie', async (cookie) => {
	const response = await GET(requestWith(cookie))
	expect(await response.json()).toEqual({})
	expect(response.headers.get('set-cookie')).toBeNull()
})
