import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { externalAccounts, moods, people } from '@/db/schema'
import { connectExternalAccount } from '@/domain/external-accounts'
import { addPerson } from '@/domain/people'
import { changeSettings } from '@/domain/settings'
import { changeSignInRule } from '@/domain/sign-in-rule'
import { CONNECT_COOKIE, SECOND_STEP_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import type { Provider } from '@/lib/sign-in-providers'
import { addAuthenticator } from '../support/factors'
import { cookieHeader } from '../support/http-client'
import { createStaff, liveStory } from '../support/stories'
import { withServer } from './in-process-server'
import { cookieOf, leadsTo, withProvider } from './provider-steps'

const server = withServer()
const { show, send, start, provider, setUp, newAccount, signInWith } = withProvider(server)
const PASSWORD = 'a good long password'

test('without settings there are no buttons and no routes', async () => {
	for (const page of ['/sign-in', '/sign-up']) {
		const { text, headers } = await show(page)
		expect(text).not.toMatch(/api\/auth|GitHub|Google/)
		expect(headers['content-security-policy']).toContain("form-action 'self';")
	}
	expect((await start('github')).status).toBe(404)
	expect((await show('/api/auth/callback/github?code=x&state=x')).status).toBe(404)
	setUp()
	for (const name of ['twitter', 'credentials', '__proto__', 'constructor'])
		expect([(await start(name)).status, (await show(`/api/auth/callback/${name}`)).status]).toEqual([
			404, 404,
		])
	for (const route of ['csrf', 'providers', 'error', 'signin/github', 'signout', 'callback'])
		expect([route, [404, 405].includes((await show(`/api/auth/${route}`)).status)]).toEqual([route, true])
})

test.each<[Provider, string]>([
	['github', '/login/oauth/authorize'],
	['google', '/o/oauth2/v2/auth'],
])('%s gets state, PKCE and our address; the cookie is encrypted', async (name, path) => {
	setUp()
	const sent = await start(name, '/news/a-story#comment-form')
	const target = new URL(sent.headers.location ?? '')
	expect([sent.status, target.origin, target.pathname]).toEqual([303, provider().url, path])
	const query = Object.fromEntries(target.searchParams)
	expect(query).toMatchObject({
		client_id: 'the-site',
		response_type: 'code',
		redirect_uri: `${server.address}/api/auth/callback/${name}`,
		scope: name === 'github' ? 'user:email' : 'openid email profile',
		code_challenge_method: 'S256',
		state: expect.stringMatching(/^[\w-]{43}$/),
		...(name === 'google' && { nonce: expect.stringMatching(/^[\w-]{43}$/) }),
	})
	expect(sent.cookies).toHaveLength(1)
	expect(sent.cookies[0]).toMatch(/^square-provider=[\w-]+; Path=\/; Max-Age=900; SameSite=Lax; HttpOnly$/)
	expect((sent.cookies[0] ?? '').length).toBeLessThan(4_096)
	expect(sent.cookies[0]).not.toContain(query.state)
})

test('the form needs its own origin, and its pages may lead to the providers only', async () => {
	setUp()
	for (const headers of [
		{ 'Sec-Fetch-Site': 'cross-site' },
		{ Origin: 'null' },
		{ Origin: 'https://evil.test' },
	])
		expect((await start('github', '/', '', headers)).status).toBe(403)
	for (const page of ['/sign-in', '/sign-up']) {
		const { text, headers } = await show(page)
		expect(text).toContain('action="/api/auth/signin/github"')
		expect(headers['content-security-policy']).toContain(`form-action 'self' ${provider().url};`)
	}
	const refused = await send('/session', { email: 'a@example.org', password: 'x' })
	expect(refused.headers['content-security-policy']).toContain(`form-action 'self' ${provider().url}`)
	const longest = await start('github', `/${'x'.repeat(3_000)}`)
	expect((longest.cookies[0] ?? '').length).toBeLessThan(4_096)
	const { headers } = await show('/')
	expect(headers['content-security-policy']).toContain("form-action 'self';")
})

test.each<Provider>(['github', 'google'])(
	'a first sign-in with %s makes a reader’s account',
	async (name) => {
		setUp()
		const account = newAccount()
		const first = await signInWith(name, account, { next: '/account' })
		expect(leadsTo(first)).toEqual([303, '/account'])
		expect(first.cookies.join('\n')).toMatch(/^square-provider=; .*Max-Age=0/m)
		const session = cookieOf(first, SESSION_COOKIE)
		expect(session).toMatch(/^square-session=[\w-]{43}$/)
		const page = await show('/account', session)
		expect(page.text).toContain('Octavia Cat')
		expect(page.text).toContain(account.email)
		expect(page.text).toMatch(/connected since/)
		const data = JSON.parse((await show('/api/auth/session', session)).text)
		expect(data.person).toMatchObject({ email: account.email, role: 'reader' })
		expect(Object.keys(data).sort()).toEqual(['expires', 'person'])
		const [row] = await readDb()
			.select()
			.from(externalAccounts)
			.where(eq(externalAccounts.accountId, account.id))
		expect(row).toMatchObject({ provider: name, personId: data.person.id })
		const again = await signInWith(name, { ...account, email: 'changed@example.org' }, { cookie: session })
		expect(cookieOf(again, SESSION_COOKIE)).not.toBe('')
		expect((await show('/account', session)).status).toBe(307)
		expect((await show('/account', cookieOf(again, SESSION_COOKIE))).text).toContain(account.email)
	},
)

test('the public name of a new reader is asked for before the account', async () => {
	setUp()
	await addPerson({
		name: 'Edna Editor',
		email: 'edna@example.org',
		password: 'a good long password',
		role: 'editor',
	})
	const account = newAccount({ name: 'Octavia From There' })
	const count = async () => readDb().$count(people, eq(people.email, account.email))
	const sent = await start('github', '/news/x')
	const back = await provider().consent(sent.headers.location ?? '', account)
	const asked = await show(back, cookieHeader(...sent.cookies))
	expect(leadsTo(asked)).toEqual([303, '/account/connect/name?next=%2Fnews%2Fx'])
	expect([cookieOf(asked, SESSION_COOKIE), await count()]).toEqual(['', 0])
	const waiting = cookieOf(asked, CONNECT_COOKIE)
	expect((await show(asked.headers.location ?? '', waiting)).text).toContain('value="Octavia From There"')
	const make = (name: string, cookie = waiting, headers = {}) =>
		send('/account/connect/new', { name, next: '/news/x' }, cookie, headers)
	for (const name of ['', 'x'.repeat(81), 'EDNA  ÉDITOR', 'Еdna Editor']) {
		const refused = await make(name)
		expect([name, refused.status, refused.text.includes('Choose your public name')]).toEqual([
			name,
			422,
			true,
		])
	}
	expect((await make('Eve', '')).status).toBe(410)
	expect((await make('Eve', waiting, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
	expect(await count()).toBe(0)
	const made = await make('Zoe\u0301')
	expect(leadsTo(made)).toEqual([303, '/news/x'])
	expect(made.cookies.join('\n')).toMatch(/^square-connect=; .*Max-Age=0/m)
	const session = JSON.parse((await show('/api/auth/session', cookieOf(made, SESSION_COOKIE))).text)
	expect(session.person).toMatchObject({ name: 'Zo\u00e9', email: account.email })
	expect([leadsTo(await make('Again')), await count()]).toEqual([[303, '/news/x'], 1])
})

test('a draft and a vote of the browser are the account’s after it', async () => {
	setUp()
	const { slug, articleId } = await liveStory({ headline: 'A story to talk about' })
	const owner = await createStaff('owner')
	await changeSettings(owner, { commentsFrom: 'accounts' })
	const voted = await send(`/news/${slug}/moods`, { mood: 'happy' })
	const browser = cookieHeader(...voted.cookies)
	const kept = await send(`/news/${slug}/comments`, { body: 'Typed before the sign-in.' }, browser)
	const next = new URL(kept.headers.location ?? '', server.address).searchParams.get('next') ?? ''
	expect(next).toBe(`/news/${slug}#comment-form`)
	const signedIn = await signInWith('google', newAccount(), { next, cookie: browser })
	expect(leadsTo(signedIn)).toEqual([303, next])
	const cookie = `${browser}; ${cookieOf(signedIn, SESSION_COOKIE)}`
	expect((await show(`/news/${slug}`, cookie)).text).toContain('Typed before the sign-in.')
	const posted = await send(`/news/${slug}/comments`, { body: 'Typed before the sign-in.' }, cookie)
	expect(posted.status).toBe(303)
	expect(await readDb().$count(moods, eq(moods.articleId, articleId))).toBe(1)
	await changeSettings(owner, { commentsFrom: 'guests' })
})

test('an existing address signs in as before, then connects', async () => {
	setUp()
	const account = newAccount({ email: 'ada@example.org' })
	const { id } = await addPerson({ name: 'Ada', email: account.email, password: PASSWORD, role: 'reader' })
	const stopped = await signInWith('github', account, { next: '/news/x' })
	expect([stopped.status, cookieOf(stopped, SESSION_COOKIE)]).toEqual([303, ''])
	const page = await show(stopped.headers.location ?? '')
	expect(page.text).toContain('has an account here already')
	expect(page.text).not.toContain('Continue with GitHub')
	const next = new URL(stopped.headers.location ?? '', server.address).searchParams.get('next') ?? ''
	const waiting = cookieOf(stopped, CONNECT_COOKIE)
	const entered = await send('/session', { email: account.email, password: PASSWORD, next }, waiting)
	expect(entered.headers.location).toBe('/account/connect?with=github&next=%2Fnews%2Fx')
	const cookie = `${waiting}; ${cookieOf(entered, SESSION_COOKIE)}`
	const asked = await show(entered.headers.location ?? '', cookie)
	expect(asked.text).toContain('action="/account/connect/confirm"')
	expect(await readDb().$count(externalAccounts, eq(externalAccounts.personId, id))).toBe(0)
	const foreign = await send('/account/connect/confirm', { next: '/news/x' }, cookie, {
		'Sec-Fetch-Site': 'cross-site',
	})
	expect(foreign.status).toBe(403)
	const connected = await send('/account/connect/confirm', { next: '/news/x' }, cookie)
	expect(leadsTo(connected)).toEqual([303, '/news/x'])
	expect(leadsTo(await signInWith('github', account))).toEqual([303, '/'])
	const removed = await send('/account/connect/remove', { provider: 'github' }, cookie)
	expect(leadsTo(removed)).toEqual([303, '/account?done=disconnected#providers'])
})

test('a second factor is asked for, and the only way in stays', async () => {
	setUp()
	const account = newAccount()
	const session = cookieOf(await signInWith('google', account), SESSION_COOKIE)
	const removed = await send('/account/connect/remove', { provider: 'google' }, session)
	expect([removed.status, removed.text.includes('Google is your only way to sign in')]).toEqual([409, true])
	const [person] = await readDb().select().from(people).where(eq(people.email, account.email))
	if (!person) throw new Error('no account')
	await addAuthenticator({ person, readerId: null })
	const half = await signInWith('google', account, { next: '/account' })
	expect(leadsTo(half)).toEqual([303, '/sign-in/code?next=%2Faccount'])
	expect([cookieOf(half, SESSION_COOKIE), cookieOf(half, SECOND_STEP_COOKIE) !== '']).toEqual(['', true])
})

test('a signed-in account is never changed for another', async () => {
	setUp()
	const [one, two] = [newAccount(), newAccount()]
	const session = cookieOf(await signInWith('github', one), SESSION_COOKIE)
	await signInWith('google', two)
	const stopped = await signInWith('google', two, { cookie: session, next: '/account' })
	expect(leadsTo(stopped)).toEqual([303, '/account?problem=elsewhere&with=google#providers'])
	expect((await show(stopped.headers.location ?? '', session)).text).toContain('connected to another account')
	const fresh = await signInWith('google', newAccount(), { cookie: session, next: '/account' })
	expect(leadsTo(fresh)).toEqual([303, '/account/connect?with=google&next=%2Faccount'])
})

test('staff connect a provider and keep the site’s rule', async () => {
	setUp()
	const owner = await createStaff('owner')
	const account = newAccount()
	await connectExternalAccount(owner, { provider: 'github', accountId: account.id })
	const session = cookieOf(await signInWith('github', account), SESSION_COOKIE)
	expect((await show('/desk', session)).status).toBe(200)
	await changeSignInRule(owner, 'second factor')
	const closed = await show('/desk', session)
	expect(closed.headers.location ?? '').toContain('factor-needed')
	await changeSignInRule(owner, 'nothing')
})
