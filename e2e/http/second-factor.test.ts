import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { sessions } from '@/db/schema'
import { addPerson } from '@/domain/people'
import { SECOND_STEP_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { codeOf } from '../support/factors'
import { cookieHeader, type HttpResponse, post, sendRequest } from '../support/http-client'
import { withServer } from './in-process-server'

const server = withServer()
const PASSWORD = 'a good long password'

beforeAll(async () => {
	await addPerson({ name: 'Ada Byron', email: 'ada@example.org', password: PASSWORD, role: 'editor' })
})

const send = (path: string, fields: Record<string, string>, cookie = ''): Promise<HttpResponse> =>
	post(server.address + path, fields, { headers: cookie ? { Cookie: cookie } : {} })

const show = (path: string, cookie: string): Promise<HttpResponse> =>
	sendRequest(server.address + path, { headers: { Cookie: cookie, Accept: 'text/html' } })

const signIn = (next = '/desk') => send('/session', { email: 'ada@example.org', password: PASSWORD, next })
const cookieOf = ({ cookies }: HttpResponse, name: string): string =>
	cookies.find((line) => line.startsWith(`${name}=`))?.split(';', 1)[0] ?? ''
const leadsTo = ({ status, headers }: HttpResponse) => [status, headers.location]

/** The next steps of the app: each code is accepted once. */
let secret = ''
let codes: string[] = []

test('authenticator setup shows a QR code, and recovery codes once', async () => {
	const cookie = cookieOf(await signIn(), SESSION_COOKIE)
	await write((tx) => tx.update(sessions).set({ confirmedAt: new Date(0) }))
	const asked = await send('/account/authenticator/start', {}, cookie)
	expect(asked.status).toBe(403)
	expect(asked.text).toContain('action="/account/authenticator/start"')
	const started = await send('/account/authenticator/start', { confirmPassword: PASSWORD }, cookie)
	expect(leadsTo(started)).toEqual([303, '/account/authenticator'])
	const page = await show('/account/authenticator', cookie)
	expect(page.headers['cache-control']).toMatch(/no-store/)
	expect(page.text).toMatch(/<svg[^>]*role="img" aria-label="QR code[^>]*><rect[^>]*fill="#fff"/)
	expect(page.text).not.toMatch(/<style|style="/)
	secret = /<code[^>]*>([A-Z2-7 ]{39})<\/code>/.exec(page.text)?.[1]?.replaceAll(' ', '') ?? ''
	expect(secret).toHaveLength(32)
	const wrong = await send('/account/authenticator/confirm', { code: '000000' }, cookie)
	expect([wrong.status, wrong.text.includes('not the code')]).toEqual([422, true])
	const confirmed = await send('/account/authenticator/confirm', { code: codeOf(secret, -1) }, cookie)
	expect(leadsTo(confirmed)).toEqual([303, '/account/recovery-codes'])
	expect(confirmed.cookies[0]).toMatch(
		/^square-codes=[\w-]+; Path=\/account\/recovery-codes; Max-Age=600; SameSite=Lax; HttpOnly$/,
	)
	const withCodes = `${cookie}; ${cookieHeader(...confirmed.cookies)}`
	const listed = await show('/account/recovery-codes', withCodes)
	codes = Array.from(listed.text.matchAll(/<code[^>]*>([a-z2-9-]{19})<\/code>/g), ([, code = '']) => code)
	expect(codes).toHaveLength(10)
	const file = await show('/account/recovery-codes/file', withCodes)
	expect(file.headers['content-disposition']).toBe('attachment; filename="recovery-codes.txt"')
	for (const code of codes) expect(file.text).toContain(`\r\n${code}`)
	const done = await send('/account/recovery-codes/done', {}, withCodes)
	expect(done.cookies[0]).toMatch(/^square-codes=; .*Max-Age=0/)
	expect(leadsTo(await show('/account/recovery-codes', cookie))).toEqual([307, '/account#factors'])
	expect((await show('/account', cookie)).text).toContain('10 of 10 left')
})

test('a script gets the second factors after the password, then a session', async () => {
	const headers = { Accept: 'application/json' }
	const first = await post(
		`${server.address}/session`,
		{ email: 'ada@example.org', password: PASSWORD },
		{ headers },
	)
	expect([first.status, JSON.parse(first.text)]).toEqual([200, { factors: { code: true, passkey: false } }])
	expect(cookieOf(first, SESSION_COOKIE)).toBe('')
	const code = codes.pop() ?? ''
	const withStep = { ...headers, Cookie: cookieOf(first, SECOND_STEP_COOKIE) }
	const finished = await post(`${server.address}/session/code`, { code }, { headers: withStep })
	expect([finished.status, JSON.parse(finished.text)]).toEqual([200, { location: '/' }])
	expect(cookieOf(finished, SESSION_COOKIE)).not.toBe('')
})

test('sign-in sets no session before the second step', async () => {
	const first = await signIn('/desk/stories/new')
	expect(leadsTo(first)).toEqual([303, '/sign-in/code?next=%2Fdesk%2Fstories%2Fnew'])
	expect(cookieOf(first, SESSION_COOKIE)).toBe('')
	const step = cookieOf(first, SECOND_STEP_COOKIE)
	const token = step.split('=')[1] ?? ''
	expect((await show('/desk', `${SESSION_COOKIE}=${token}`)).status).toBe(307)
	const page = await show('/sign-in/code?next=/desk/stories/new', step)
	expect(page.text).toContain('action="/session/code"')
	const finish = (code: string) => send('/session/code', { code, next: '/desk/stories/new' }, step)
	const wrong = await finish('000000')
	expect([wrong.status, cookieOf(wrong, SESSION_COOKIE)]).toEqual([401, ''])
	expect(wrong.text).toContain('name="next" value="/desk/stories/new"')
	const finished = await finish(codeOf(secret))
	expect(leadsTo(finished)).toEqual([303, '/desk/stories/new'])
	expect(finished.cookies.find((line) => line.startsWith('square-known'))).toBeDefined()
	expect((await show('/desk', cookieOf(finished, SESSION_COOKIE))).status).toBe(200)
	expect((await finish(codeOf(secret, 1))).status).toBe(410)
	expect(leadsTo(await show('/sign-in/code', step))).toEqual([307, '/sign-in?next=%2F'])
})

test('right passwords do not admit more guesses of the code', async () => {
	process.env.SQUARE_LIMITS = '1'
	try {
		const statuses: number[] = []
		for (let number = 0; number < 11; number += 1) {
			const step = cookieOf(await signIn(), SECOND_STEP_COOKIE)
			statuses.push((await send('/session/code', { code: '000000' }, step)).status)
		}
		expect(statuses.filter((status) => status === 401)).toHaveLength(10)
		expect(statuses.at(-1)).toBe(429)
		const step = cookieOf(await signIn(), SECOND_STEP_COOKIE)
		expect((await send('/session/code', { code: codes[0] ?? '' }, step)).status).toBe(429)
	} finally {
		process.env.SQUARE_LIMITS = '0'
	}
	const step = cookieOf(await signIn(), SECOND_STEP_COOKIE)
	expect((await send('/session/code', { code: codes[0] ?? '' }, step)).status).toBe(303)
})
