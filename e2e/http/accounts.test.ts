import { expect, test } from 'vitest'
import { changeResponses } from '@/domain/articles/change-responses'
import { makeSignInLink } from '@/domain/sign-in-links'
import { eventually } from '@/lib/testing'
import { post, sendRequest } from '../support/http-client'
import { startMailbox } from '../support/mailbox'
import { type RawResponse, requestOnce } from '../support/raw-connection'
import { liveStory } from '../support/stories'
import { startAnother, withServer } from './in-process-server'

const server = withServer()

const send = (method: string, url: string, lines: string[] = [], body = ''): Promise<RawResponse> => {
	const length = method === 'POST' ? [`Content-Length: ${body.length}`] : []
	const head = [`${method} ${url} HTTP/1.1`, 'Host: square.test', ...length, ...lines, 'Connection: close']
	return requestOnce(server.address, `${head.join('\r\n')}\r\n\r\n${body}`)
}

const form = (fields: Record<string, string>) => String(new URLSearchParams(fields))
const URLENCODED = 'Content-Type: application/x-www-form-urlencoded'

test('sign-up responses do not reveal existing addresses', async () => {
	const signUp = (email: string) =>
		send('POST', '/sign-up/account', [URLENCODED], form({ name: 'Ada', email, password: 'engine no. 1' }))
	const [fresh, known] = [await signUp('ada@example.org'), await signUp('ada@example.org')]
	const publicParts = ({ status, headers, body }: RawResponse) => ({
		status,
		...headers,
		date: '',
		body: String(body),
	})
	expect(fresh.status).toBe(303)
	expect(publicParts(known)).toEqual(publicParts(fresh))
	expect(fresh.headers['set-cookie']).toBeUndefined()
	const next = await send('GET', String(fresh.headers.location))
	expect(String(next.body)).toContain('Now sign in with the password you chose')
})

test('the mails of sign-ups alone tell known addresses from new ones', async () => {
	const received = await startMailbox()
	const fields = { name: 'Eve', email: 'ada@example.org', password: 'engine no. 2', next: '/follow' }
	const known = await send('POST', '/sign-up/account', [URLENCODED], form(fields))
	const newcomer = { ...fields, email: 'new@example.org' }
	const fresh = await send('POST', '/sign-up/account', [URLENCODED], form(newcomer))
	expect([known.status, known.headers.location]).toEqual([fresh.status, fresh.headers.location])
	await eventually(() => expect(received).toHaveLength(2))
	const [toKnown, toNew] = ['ada', 'new'].map((name) =>
		received.find(({ to }) => to[0] === `${name}@example.org`),
	)
	expect(toKnown?.text).not.toContain('token=')
	const { pathname, search } = new URL(/http\S+token=\S+/.exec(toNew?.text ?? '')?.[0] ?? '')
	const token = new URLSearchParams(search).get('token') ?? ''
	const confirm = () => send('POST', '/sign-up/confirm/email', [URLENCODED], form({ token, next: '/follow' }))
	for (let number = 0; number < 2; number += 1)
		expect(String((await send('GET', pathname + search)).body)).toContain('Confirm my address')
	expect((await confirm()).headers.location).toBe('/sign-in?account=confirmed&next=%2Ffollow')
	expect((await confirm()).status).toBe(410)
})

test('a command-line sign-in link works once', async () => {
	const link = await makeSignInLink('ada@example.org')
	const page = await send('GET', `/sign-in?link=${link}&next=/account`)
	expect(String(page.body)).toContain(`name="link" value="${link}"`)
	const use = () => send('POST', '/session', [URLENCODED], form({ link, next: '/account' }))
	const used = await use()
	expect([used.status, used.headers.location]).toEqual([303, '/account'])
	const session = /square-session=[^;]+/.exec(used.headers['set-cookie'] ?? '')?.[0]
	expect((await send('GET', '/account', [`Cookie: ${session}`])).status).toBe(200)
	const again = await use()
	expect([again.status, again.headers['set-cookie']]).toEqual([410, undefined])
	expect(String(again.body)).toContain('used or is too old')
})

test('a sign-in link goes to known addresses alone, with one answer for all', async () => {
	const received = await startMailbox()
	const ask = (email: string) =>
		send('POST', '/session/link', [URLENCODED], form({ email, password: 'half typ', next: '/follow' }))
	const [unknown, known] = [await ask('nobody@example.org'), await ask('new@example.org')]
	expect([known.status, known.headers.location]).toEqual([303, '/sign-in?mail=sent&next=%2Ffollow'])
	expect({ ...known.headers, date: '' }).toEqual({ ...unknown.headers, date: '' })
	await eventually(() => expect(received.map(({ to }) => to)).toEqual([['new@example.org']]))
	const { pathname, search } = new URL(/http\S+link=\S+/.exec(received[0]?.text ?? '')?.[0] ?? '')
	const link = new URLSearchParams(search).get('link') ?? ''
	for (let number = 0; number < 2; number += 1)
		expect(String((await send('GET', pathname + search)).body)).toContain('You sign in as')
	const used = await send('POST', '/session', [URLENCODED], form({ link, next: '/follow' }))
	expect([used.status, used.headers.location]).toEqual([303, '/follow'])
	expect(used.headers['set-cookie']).toMatch(/square-session=[^;]+/)
})

test('a guest’s comment is released by the link mailed to its address', async () => {
	const received = await startMailbox()
	const { editor, articleId, slug } = await liveStory()
	const choices = { commentsPolicy: null, moodsShown: null, ratingsShown: null }
	await changeResponses(editor, articleId, { ...choices, commentsFrom: 'confirmed' })
	// Its worker starts with the mail server.
	const { address } = await startAnother()
	expect((await sendRequest(`${address}/news/${slug}`)).text).toContain('waits until you have opened a link')
	const comment = { body: 'From a guest.', name: 'Gus', email: 'gus@example.org' }
	expect((await post(`${address}/news/${slug}/comments`, comment)).status).toBe(303)
	await eventually(() => expect(received.map(({ to }) => to)).toEqual([['gus@example.org']]))
	const { pathname, search } = new URL(/http\S+token=\S+/.exec(received[0]?.text ?? '')?.[0] ?? '')
	const page = (await sendRequest(address + pathname + search)).text
	const action = /action="([^"]+confirmed)"/.exec(page)?.[1] ?? ''
	const token = new URLSearchParams(search).get('token') ?? ''
	const confirmed = await post(address + action, { token })
	expect([confirmed.status, confirmed.headers.location]).toEqual([303, `${pathname}?done=waiting`])
	expect((await sendRequest(`${address}${pathname}?done=waiting`)).text).toContain('for another reason')
	expect((await post(address + action, { token })).status).toBe(410)
})

test('wrong passwords do not lock out known browsers', async () => {
	process.env.SQUARE_LIMITS = '1'
	try {
		const signIn = (password: string, cookie = '') =>
			send(
				'POST',
				'/session',
				[URLENCODED, ...(cookie ? [`Cookie: ${cookie}`] : [])],
				form({ email: 'ada@example.org', password }),
			)
		const before = await signIn('engine no. 1')
		expect(before.status).toBe(303)
		const known = /square-known=[^;]+/.exec(before.headers['set-cookie'] ?? '')?.[0] ?? ''
		expect(before.headers['set-cookie']).toMatch(
			/square-known=[^;]+; Path=\/session; Max-Age=\d+; SameSite=Lax; HttpOnly/,
		)
		let refused = before
		for (let number = 0; number < 30 && refused.status !== 429; number += 1)
			refused = await signIn('wrong password')
		expect(refused.status).toBe(429)
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(5)
		expect((await signIn('engine no. 1')).status).toBe(429)
		expect((await signIn('engine no. 1', known)).status).toBe(303)
		expect((await signIn('engine no. 1', `${known}x`)).status).toBe(429)
	} finally {
		process.env.SQUARE_LIMITS = '0'
	}
})
