import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { sessions } from '@/db/schema'
import { addPerson } from '@/domain/people'
import { SESSION_COOKIE } from '@/lib/cookies'
import { type HttpResponse, post, sendRequest } from '../support/http-client'
import { withServer } from './in-process-server'

const server = withServer()
const PASSWORD = 'a good long password'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'

beforeAll(async () => {
	await addPerson({ name: 'Ada Byron', email: 'ada@example.org', password: PASSWORD, role: 'editor' })
})

const signIn = async (cookie = '', password = PASSWORD): Promise<HttpResponse> =>
	post(
		`${server.address}/session`,
		{ email: 'ada@example.org', password, next: '/account' },
		{ headers: { 'User-Agent': FIREFOX, ...(cookie && { Cookie: cookie }) } },
	)

const sessionOf = ({ cookies }: HttpResponse): string =>
	cookies.find((line) => line.startsWith(`${SESSION_COOKIE}=`))?.split(';', 1)[0] ?? ''

const show = (path: string, cookie: string): Promise<HttpResponse> =>
	sendRequest(server.address + path, { headers: { Cookie: cookie, Accept: 'text/html' } })

const isSignedIn = async (cookie: string): Promise<boolean> => (await show('/account', cookie)).status === 200

const names = (html: string): string[] =>
	Array.from(html.matchAll(/name="session" value="(\w+)"/g), ([, name = '']) => name)

test('a sign-in sets a new token and ends the former session', async () => {
	const planted = `${SESSION_COOKIE}=planted-by-an-attacker`
	const first = await signIn(planted)
	expect(first.cookies.find((line) => line.startsWith(SESSION_COOKIE))).toMatch(
		/^square-session=[\w-]{43}; Path=\/; Expires=[^;]+; SameSite=Lax; HttpOnly$/,
	)
	const second = await signIn(sessionOf(first))
	expect(sessionOf(second)).not.toBe(sessionOf(first))
	expect([
		await isSignedIn(planted),
		await isSignedIn(sessionOf(first)),
		await isSignedIn(sessionOf(second)),
	]).toEqual([false, false, true])
})

test('a refused sign-in keeps the session', async () => {
	const session = sessionOf(await signIn())
	expect((await signIn(session, 'not the password')).status).toBe(401)
	expect(await isSignedIn(session)).toBe(true)
})

test('sign-out ends the session on the server', async () => {
	const session = sessionOf(await signIn())
	await post(`${server.address}/sign-out`, {}, { headers: { Cookie: session } })
	expect(await isSignedIn(session)).toBe(false)
	expect((await show('/desk', session)).status).toBe(307)
})

test('one session, then all others, end at the next click', async () => {
	const [own, other, third] = [
		sessionOf(await signIn()),
		sessionOf(await signIn()),
		sessionOf(await signIn()),
	]
	const page = await show('/account', own)
	expect(page.text).toContain('Firefox on Linux')
	expect(page.headers['cache-control']).toMatch(/no-store/)
	// The newest is listed first.
	const [newest = ''] = names(page.text)
	const end = (fields: Record<string, string>) =>
		post(`${server.address}/account/sessions`, fields, { headers: { Cookie: own } })
	const ended = await end({ session: newest })
	expect([ended.status, ended.headers.location]).toEqual([303, '/account?done=session-ended#sessions'])
	expect([await isSignedIn(own), await isSignedIn(other), await isSignedIn(third)]).toEqual([
		true,
		true,
		false,
	])
	expect((await end({ session: newest })).status).toBe(404)
	await end({ others: 'yes' })
	expect([await isSignedIn(own), await isSignedIn(other)]).toEqual([true, false])
	expect(names((await show('/account', own)).text)).toEqual([])
	expect((await show('/account?done=others-ended', own)).text).toContain('Signed out everywhere else.')
})

test('account forms without a session redirect to sign-in', async () => {
	const { status, headers } = await post(`${server.address}/account/sessions`, { others: 'yes' })
	expect([status, headers.location]).toEqual([303, '/sign-in?next=/account'])
})

test('pages needing a recent sign-in ask for the password and redirect back', async () => {
	const session = sessionOf(await signIn())
	const confirm = (confirmPassword: string) =>
		post(
			`${server.address}/session/confirm`,
			{ next: '/desk/stories/new', confirmPassword },
			{ headers: { Cookie: session } },
		)
	expect((await confirm('')).headers.location).toBe('/desk/stories/new')
	await write((tx) => tx.update(sessions).set({ confirmedAt: new Date(0) }))
	const asked = await confirm('')
	expect(asked.status).toBe(403)
	expect(asked.text).toContain('action="/session/confirm"')
	expect(asked.text).toContain('name="next" value="/desk/stories/new"')
	const wrong = await confirm('not the password')
	expect([wrong.status, wrong.text.includes('not the password')]).toEqual([403, false])
	expect((await confirm(PASSWORD)).headers.location).toBe('/desk/stories/new')
	expect((await confirm('')).headers.location).toBe('/desk/stories/new')
	const foreign = await show('/account/confirm?form=/sign-out&next=//evil.test', session)
	expect(foreign.text).toContain('action="/session/confirm"')
	expect(foreign.text).toContain('name="next" value="/"')
})

test('a changed password ends other sessions; a refusal shows the form', async () => {
	const [own, other] = [sessionOf(await signIn()), sessionOf(await signIn())]
	const change = (current: string, password: string) =>
		post(`${server.address}/account/password`, { current, password }, { headers: { Cookie: own } })
	const refused = await change('not the password', 'another long one')
	expect(refused.status).toBe(422)
	expect(refused.text).toMatch(/<details[^>]* open=""/)
	expect(refused.text).not.toContain('another long one')
	expect((await change(PASSWORD, 'another long one')).headers.location).toBe(
		'/account?done=password-changed#password',
	)
	expect([await isSignedIn(own), await isSignedIn(other)]).toEqual([true, false])
	expect((await signIn('', PASSWORD)).status).toBe(401)
	await change('another long one', PASSWORD)
})

test('data and deletion of an account need a recent sign-in', async () => {
	const email = 'reader@example.org'
	await addPerson({ name: 'Rita', email, password: PASSWORD, role: 'reader' })
	const session = sessionOf(await post(`${server.address}/session`, { email, password: PASSWORD }))
	const send = (path: string, fields: Record<string, string>) =>
		post(server.address + path, fields, { headers: { Cookie: session } })
	await write((tx) => tx.update(sessions).set({ confirmedAt: new Date(0) }))
	const asked = await send('/account/download', { format: 'json' })
	expect([asked.status, asked.text.includes('name="format" value="json"')]).toEqual([403, true])
	const file = await send('/account/download', { format: 'json', confirmPassword: PASSWORD })
	expect(file.headers).toMatchObject({
		'content-disposition': 'attachment; filename="my-data.json"',
		'cache-control': 'no-store',
	})
	expect(JSON.parse(file.text)).toMatchObject({ account: [{ name: 'Rita', email }], sessions: [{}] })
	const page = await send('/account/download', { format: 'html' })
	expect([page.headers['content-disposition'], page.text.includes(`<dd dir="auto">${email}</dd>`)]).toEqual([
		'attachment; filename="my-data.html"',
		true,
	])
	await write((tx) => tx.update(sessions).set({ confirmedAt: new Date(0) }))
	expect((await send('/account/delete/run', { sure: 'yes' })).status).toBe(403)
	const unsure = await send('/account/delete/run', { confirmPassword: PASSWORD })
	expect([unsure.status, unsure.text.includes('href="#delete-account-sure"')]).toEqual([422, true])
	const done = await send('/account/delete/run', { sure: 'yes' })
	expect([done.status, done.headers.location]).toEqual([303, '/sign-in?account=deleted'])
	expect(done.cookies.map((line) => line.replace(/;.*/, ''))).toEqual(
		expect.arrayContaining([`${SESSION_COOKIE}=`, 'square-reader=', 'square-known=']),
	)
	expect(await isSignedIn(session)).toBe(false)
	expect((await post(`${server.address}/session`, { email, password: PASSWORD })).status).toBe(401)
})
