import { eq, getTableName, is, Table } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { readDb } from '@/db'
import * as schema from '@/db/schema'
import { people, sessions } from '@/db/schema'
import type { Provider, ProviderProblem } from '@/lib/sign-in-providers'
import { cookieHeader } from '../support/http-client'
import type { ProviderFault } from '../support/oauth-provider'
import { withServer } from './in-process-server'
import { leadsTo, withProvider } from './provider-steps'

const { show, start, provider, printed, setUp, newAccount, signInWith } = withProvider(withServer())

const problem = (name: ProviderProblem, by: Provider, next = '%2F') => [
	303,
	`/sign-in?problem=${name}&with=${by}&next=${next}`,
]

test('without a verified address there is no account', async () => {
	setUp()
	for (const name of ['github', 'google'] as const) {
		const account = newAccount({ verified: false })
		expect(leadsTo(await signInWith(name, account))).toEqual(problem('no-address', name))
		expect(await readDb().$count(people, eq(people.email, account.email))).toBe(0)
	}
	expect(await readDb().$count(people, eq(people.email, 'public@example.org'))).toBe(0)
})

test('refused consent, foreign state, replays and late returns say what to do', async () => {
	setUp()
	const sent = await start('github', '/news/x')
	const [location, cookie] = [sent.headers.location ?? '', cookieHeader(...sent.cookies)]
	const denied = await show(await provider().deny(location), cookie)
	expect(leadsTo(denied)).toEqual(problem('denied', 'github', '%2Fnews%2Fx'))
	const page = await show(denied.headers.location ?? '')
	expect([page.status, page.text.includes('GitHub was not allowed to sign you in here')]).toEqual([200, true])
	expect(page.text).toContain('name="next" value="/news/x"')

	const back = await provider().consent(location, newAccount())
	const before = await readDb().$count(sessions)
	const expired = problem('expired', 'github', '%2Fnews%2Fx')
	expect(leadsTo(await show(back))).toEqual(problem('expired', 'github'))
	const otherState = new URL(back)
	otherState.searchParams.set('state', 'x'.repeat(43))
	expect(leadsTo(await show(otherState.href, cookie))).toEqual(expired)
	const otherBrowser = cookieHeader(...(await start('github', '/news/x')).cookies)
	expect(leadsTo(await show(back, otherBrowser))).toEqual(expired)
	expect(leadsTo(await show(back.replace('/callback/github', '/callback/google'), cookie))).toEqual(
		problem('expired', 'google'),
	)
	const noCode = new URL(back)
	noCode.searchParams.delete('code')
	noCode.searchParams.set('access_token', 'a token of another site')
	expect(leadsTo(await show(noCode.href, cookie))).toEqual(expired)
	expect(await readDb().$count(sessions)).toBe(before)

	expect(leadsTo(await show(back, cookie))).toEqual([303, '/account/connect/name?next=%2Fnews%2Fx'])
	expect(leadsTo(await show(back, cookie))).toEqual(expired)
	vi.useFakeTimers({ now: Date.now() + 16 * 60_000, toFake: ['Date'] })
	try {
		const late = await show(await provider().consent(location, newAccount()), cookie)
		expect(leadsTo(late)).toEqual(problem('expired', 'github'))
	} finally {
		vi.useRealTimers()
	}
	expect((await show('/sign-in?problem=%3Cb%3E&with=github')).text).not.toContain('<b>')
})

const FAULTS: [Provider, ProviderFault, 'unavailable' | 'expired'][] = [
	['github', 'hangs up', 'unavailable'],
	['github', 'fails', 'unavailable'],
	['github', 'garbles', 'unavailable'],
	['google', 'fails', 'unavailable'],
	['google', 'other key', 'unavailable'],
	['google', 'other audience', 'unavailable'],
	['google', 'other nonce', 'expired'],
]

test.each(FAULTS)('%s that %s signs nobody in', async (name, fault, expected) => {
	setUp()
	provider().fault = fault
	const account = newAccount()
	expect(leadsTo(await signInWith(name, account, { next: '/news/x' }))).toEqual(
		problem(expected, name, '%2Fnews%2Fx'),
	)
	expect(await readDb().$count(people, eq(people.email, account.email))).toBe(0)
	expect(printed()).toHaveLength(expected === 'unavailable' ? 1 : 0)
})

test('a provider that is down is said before the browser leaves', async () => {
	setUp()
	vi.stubEnv('GOOGLE_ISSUER', 'http://127.0.0.1:9')
	expect(leadsTo(await start('google', '/news/x'))).toEqual(problem('unavailable', 'google', '%2Fnews%2Fx'))
	expect(printed().join('\n')).toContain('Google did not complete a sign-in (ECONNREFUSED)')
})

test('no token of a provider is stored, logged or sent', async () => {
	setUp()
	const account = newAccount()
	const answer = await signInWith('google', account)
	const tables = Object.values(schema).filter((each) => is(each, Table))
	const rows = tables.map(async (table) => [getTableName(table), await readDb().select().from(table)])
	const stored = JSON.stringify(await Promise.all(rows))
	const seen = [stored, printed().join('\n'), answer.text, JSON.stringify(answer.headers)].join('\n')
	expect(stored).toContain(account.email)
	for (const secret of provider().secrets) expect(seen).not.toContain(secret)
})
