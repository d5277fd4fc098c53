import type { AsyncLocalStorage } from 'node:async_hooks'
import { beforeAll, expect, test, vi } from 'vitest'
import { write } from '@/db/write'
import { postComment } from '@/domain/comments/post'
import { THREADS_PER_PAGE } from '@/domain/comments/thread'
import { liveStory, reader, someone } from '@/domain/fixtures'
import { openSession } from '@/domain/sessions'
import { makeSignInLink } from '@/domain/sign-in-links'
import { READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import type { Exchange } from '@/lib/exchange'
import { shared } from '@/lib/shared'
import { sign } from '@/lib/signed'
import { askOnce, type WireAnswer } from '@/scripts/running/wire'
import { withHouse } from './open-house'

const house = withHouse()
let owner = ''
let lastComment = 0

beforeAll(async () => {
	const { editor, articleId } = await liveStory({ headline: 'The lamp is lit', tags: ['lamps'] })
	const words = { parentId: null, name: '', email: '' }
	for (let number = 0; number <= THREADS_PER_PAGE; number += 1)
		lastComment = (await postComment(editor, articleId, { ...words, body: `Lit, ${number}.` })).id
	const { person } = await someone('owner')
	const { token } = await write((tx) => openSession(tx, person.id))
	owner = `Cookie: ${SESSION_COOKIE}=${token}`
})

const PAGE = '/news/the-lamp-is-lit'
const MULTIPART = 'Content-Type: multipart/form-data; boundary=x'

const ask = (
	method: string,
	url: string,
	lines: string[] = [],
	body = '',
	address = house.address,
): Promise<WireAnswer> => {
	const length = method === 'POST' ? [`Content-Length: ${body.length}`] : []
	const head = [`${method} ${url} HTTP/1.1`, 'Host: square.test', ...length, ...lines, 'Connection: close']
	return askOnce(address, `${head.join('\r\n')}\r\n\r\n${body}`)
}
const oneReader = () => `Cookie: ${READER_COOKIE}=${sign('reader', reader().readerId as string)}`

function watchRenderings(): () => Exchange[] {
	const storage = shared<AsyncLocalStorage<Exchange>>('exchange', () => {
		throw new Error('No page has been made yet.')
	})
	const run = vi.spyOn(storage, 'run')
	return () => run.mock.calls.map(([exchange]) => exchange)
}

test.each<[string, number, string[]]>([
	['/', 405, [MULTIPART]],
	['/account', 405, [MULTIPART]],
	['/problem', 405, [MULTIPART]],
	['/api/auth/signin', 405, []],
	['/desk', 400, [MULTIPART]],
	['/desk/settings', 400, [MULTIPART, 'Next-Action: 00']],
	['/desk/settings', 403, [MULTIPART, 'Origin: https://evil.test']],
	['/desk/settings', 403, [MULTIPART, 'Sec-Fetch-Site: cross-site']],
	['/desk/settings', 415, ['Content-Type: text/plain']],
	['/desk/settings', 415, [MULTIPART, 'Content-Encoding: gzip']],
])('a malformed POST to %s is answered with %i and no word in the log', async (url, status, lines) => {
	const errors = vi.spyOn(console, 'error')
	const answer = await ask('POST', url, [owner, ...lines], '--x\r\nContent-')
	expect(answer.status).toBe(status)
	expect(answer.headers['content-security-policy']).toBeTruthy()
	expect(answer.headers.allow).toBe(status === 405 ? 'GET, HEAD' : undefined)
	expect(errors).not.toHaveBeenCalled()
})

test('damaged cookies of next-auth break no page, and its unused routes are not there', async () => {
	const cookie = `${owner}; next-auth.callback-url=javascript:1; next-auth.csrf-token=%%%`
	for (const url of [
		'/',
		'/account',
		'/desk',
		'/api/auth/session',
		'/api/auth/session?callbackUrl=javascript:1',
	]) {
		const answer = await ask('GET', url, [cookie])
		expect([url, answer.status, answer.headers['set-cookie']]).toEqual([url, 200, undefined])
		expect(answer.headers['content-security-policy']).toBeTruthy()
	}
	for (const route of ['csrf', 'providers', 'signin', 'signout', 'callback/x', 'error', '_log']) {
		const answer = await ask('GET', `/api/auth/${route}`)
		expect([route, answer.status, answer.headers['set-cookie']]).toEqual([route, 404, undefined])
	}
})

test.each([
	[`${PAGE}?page=002`, `${PAGE}?page=2`],
	[`${PAGE}?page=1`, PAGE],
	['/news/The-Lamp-IS-lit', PAGE],
	['/news/%74he-lamp-is-lit?utm=x', `${PAGE}?utm=x`],
	['/tags/LAMPS?page=0', '/tags/lamps'],
	['/%64esk', '/desk'],
])('%s is redirected to %s, for a stranger and for a reader', async (url, location) => {
	for (const lines of [[], [oneReader()]]) {
		const answer = await ask('GET', url, lines)
		expect([answer.status, answer.headers.location]).toEqual([301, location])
	}
})

test('numbers without end are rendered once at most and kept under no key of their own', async () => {
	const plain = await ask('GET', PAGE)
	await ask('GET', '/tags/lamps')
	await ask('GET', '/nowhere')
	const beyond = await ask('GET', `${PAGE}?page=3`)
	const renderings = watchRenderings()
	for (let number = 3; number < 60; number += 1) {
		for (const list of [PAGE, '/tags/lamps'])
			expect((await ask('GET', `${list}?page=${number}${'0'.repeat(number)}`)).body.equals(beyond.body)).toBe(
				true,
			)
		const reply = await ask('GET', `${PAGE}?reply=${lastComment + number}`)
		expect([reply.status, reply.body.equals(plain.body)]).toEqual([200, true])
	}
	expect(renderings()).toHaveLength(0)
	expect(beyond.status).toBe(404)
	expect((await ask('GET', `${PAGE}?page=2`)).status).toBe(200)
	expect((await ask('GET', `${PAGE}?page=3`, [oneReader()])).status).toBe(404)
	const replying = await ask('GET', `${PAGE}?reply=${lastComment}`)
	expect(String(replying.body)).not.toBe(String(plain.body))
})

test('personal pages end at a limit of their reader, and shared pages do not', async () => {
	process.env.SQUARE_LIMITS = '1'
	try {
		const [greedy, other] = [oneReader(), oneReader()]
		const statuses: number[] = []
		let refused: WireAnswer | undefined
		for (let number = 0; number < 125; number += 1) {
			const answer = await ask('GET', PAGE, [greedy])
			statuses.push(answer.status)
			if (answer.status === 429) refused = answer
		}
		expect(statuses.filter((status) => status === 200)).toHaveLength(120)
		const wait = Number(refused?.headers['retry-after'])
		expect(wait).toBeGreaterThan(0)
		expect(wait).toBeLessThanOrEqual(60)
		expect(refused?.headers['cache-control']).toBe('no-store')
		expect(String(refused?.body)).toContain('</html>')
		expect((await ask('GET', PAGE, [other])).status).toBe(200)
		for (let number = 0; number < 200; number += 1) expect((await ask('GET', PAGE)).status).toBe(200)
	} finally {
		process.env.SQUARE_LIMITS = '0'
	}
})

const form = (fields: Record<string, string>) => String(new URLSearchParams(fields))
const URLENCODED = 'Content-Type: application/x-www-form-urlencoded'

test('signing up is answered alike for a new and for a known address', async () => {
	const signUp = (email: string) =>
		ask('POST', '/sign-up/account', [URLENCODED], form({ name: 'Ada', email, password: 'engine no. 1' }))
	const [fresh, known] = [await signUp('ada@example.org'), await signUp('ada@example.org')]
	const told = ({ status, headers, body }: WireAnswer) => ({
		status,
		...headers,
		date: '',
		body: String(body),
	})
	expect(fresh.status).toBe(303)
	expect(told(known)).toEqual(told(fresh))
	expect(fresh.headers['set-cookie']).toBeUndefined()
	const next = await ask('GET', String(fresh.headers.location))
	expect(String(next.body)).toContain('Now sign in with the password you chose')
})

test('a link from the command line signs in once', async () => {
	const link = await makeSignInLink('ada@example.org')
	const page = await ask('GET', `/sign-in?link=${link}&next=/account`)
	expect(String(page.body)).toContain(`name="link" value="${link}"`)
	const use = () => ask('POST', '/session', [URLENCODED], form({ link, next: '/account' }))
	const used = await use()
	expect([used.status, used.headers.location]).toEqual([303, '/account'])
	const session = /square-session=[^;]+/.exec(used.headers['set-cookie'] ?? '')?.[0]
	expect((await ask('GET', '/account', [`Cookie: ${session}`])).status).toBe(200)
	const again = await use()
	expect([again.status, again.headers['set-cookie']]).toEqual([410, undefined])
	expect(String(again.body)).toContain('used or is too old')
})

test('a wall of wrong passwords leaves a known browser its tries', async () => {
	process.env.SQUARE_LIMITS = '1'
	try {
		const signIn = (password: string, cookie = '') =>
			ask(
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
