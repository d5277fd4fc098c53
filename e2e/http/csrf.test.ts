import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORM_ROUTES } from '@/app/_http/form-routes'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { type DatabaseState, keepDatabase } from '../support/database-state'
import { type HttpResponse, sendRequest } from '../support/http-client'
import { reader } from '../support/stories'
import { type DeskSite, fillSite } from './desk-site'
import { withServer } from './in-process-server'
import { FULL_RUN, sample } from './sample'

const server = withServer()

/** Combinations of a foreign request and an encoding for each route; all of them with `WHOLE=1`. */
const EACH = FULL_RUN ? Number.POSITIVE_INFINITY : 6

let site: DeskSite
let state: DatabaseState

beforeAll(async () => {
	site = await fillSite()
	state = keepDatabase()
})
afterAll(() => state.close())

const STORY = 'live-of-a-editor'

/** An address of each route: a live story, its first comment, the first advertisement. */
const PATHS = FORM_ROUTES.map((route) => {
	const path = route.source
		.replace(/^\^|\$$/g, '')
		.replaceAll('\\/', '/')
		.replaceAll(/\(?\[\^\/\]\+\)?/g, '1')
	return { route, path: path.replace(/^\/news\/1/, `/news/${STORY}`) }
})

test('every form route has an address of its own', () => {
	for (const { route, path } of PATHS) expect(path).toMatch(route)
	expect(new Set(PATHS.map(({ path }) => path)).size).toBe(FORM_ROUTES.length)
})

type Headers = Record<string, string>

/** What browsers send with a form or request of another site; `SITE` is this one. */
const FOREIGN: Headers[] = [
	{ Origin: 'null' },
	{ Origin: '' },
	{ Origin: 'https://evil.test' },
	{ Origin: 'http://evil.SITE' },
	{ Origin: 'http://SITE.evil.test' },
	{ Origin: 'http://SITE@evil.test' },
	{ Origin: 'http://SITE:1' },
	{ Origin: 'http://127.0.0.1:1' },
	{ Origin: 'file://' },
	{ Origin: 'chrome-extension://abcdefghijklmnop' },
	{ Origin: 'data:text/html,SITE' },
	{ Origin: 'http://SITE, https://evil.test' },
	{ 'Sec-Fetch-Site': 'cross-site' },
	{ 'Sec-Fetch-Site': 'same-site' },
	{ 'Sec-Fetch-Site': 'none' },
	{ 'Sec-Fetch-Site': 'Same-Origin' },
	{ 'Sec-Fetch-Site': 'same-origin, cross-site' },
	{ 'Sec-Fetch-Site': 'cross-site', Origin: 'http://SITE' },
	{ 'Sec-Fetch-Site': 'same-site', Origin: 'http://www.SITE' },
	{ 'Sec-Fetch-Site': 'cross-site', Origin: 'null', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'empty' },
	{ Origin: 'https://evil.test', Referer: 'http://SITE/', 'X-Forwarded-Host': 'evil.test' },
	{ Origin: 'https://evil.test', 'X-HTTP-Method-Override': 'GET', 'X-Requested-With': 'XMLHttpRequest' },
]

/** Values that each route takes for something that it would store. */
const FIELDS: Headers = {
	...{ mood: 'happy', stars: '5', saved: 'yes', give: '2', body: 'Sent by another site.', name: 'Ada' },
	...{ email: 'ada@example.org', password: 'a good long password', text: 'Sent by another site.', page: '/' },
	...{ comment: '2', reason: 'spam', theme: 'dark', size: '2', ad: '1', others: 'yes', next: '/desk' },
	...{ confirmPassword: 'a good long password', current: 'a good long password', story: '1', token: 'x' },
}

const ENCODED: [type: string, body: string][] = [
	['application/x-www-form-urlencoded', String(new URLSearchParams(FIELDS))],
	[
		'multipart/form-data; boundary=x',
		`${Object.entries(FIELDS)
			.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
			.join('')}--x--\r\n`,
	],
	['text/plain', `${JSON.stringify(FIELDS).slice(0, -1)},"x":"="}`],
	['application/json', JSON.stringify(FIELDS)],
	['', JSON.stringify(FIELDS)],
]

const COMBINATIONS = FOREIGN.flatMap((headers) => ENCODED.map(([type, body]) => ({ headers, type, body })))

const send = (
	path: string,
	{ headers, type, body }: (typeof COMBINATIONS)[number],
): Promise<HttpResponse> => {
	const { host } = new URL(server.address)
	const named = Object.entries(headers).map(([name, value]) => [name, value.replaceAll('SITE', host)])
	const cookie = `${site.cookies.owner}; ${READER_COOKIE}=${sign('reader', reader().readerId as string)}`
	return sendRequest(server.address + path, {
		method: 'POST',
		headers: {
			Cookie: cookie,
			Accept: 'text/html',
			...(type && { 'Content-Type': type }),
			...Object.fromEntries(named),
		},
		body,
	})
}

test.each(PATHS)('$path refuses the forms of other sites, and stores nothing', async ({ path }) => {
	const cookies: string[] = []
	for (const combination of sample(COMBINATIONS, EACH)) {
		const answer = await send(path, combination)
		const label = `${JSON.stringify(combination.headers)} as ${combination.type}`
		const isTyped = path.startsWith('/desk/') && !combination.type.startsWith('multipart/')
		expect([label, answer.status]).toEqual([label, isTyped ? expect.toBeOneOf([403, 415]) : 403])
		cookies.push(...answer.cookies)
	}
	expect(cookies.filter((line) => !/^square-islands=;/.test(line))).toEqual([])
	expect(state.isTouched(), `${path} wrote`).toBe(false)
})

test('the same forms from this site and from programs are taken', async () => {
	const taken: string[] = []
	for (const headers of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: 'http://SITE' }, {}] as Headers[])
		for (const { path } of PATHS) {
			const [type, body] = ENCODED[path.startsWith('/desk/') ? 1 : 0] as (typeof ENCODED)[number]
			const { text } = await send(path, { headers, type, body })
			expect([path, headers, text.includes('another site')]).toEqual([path, headers, false])
			if (state.isTouched()) taken.push(path)
			state.restore()
		}
	// The control: routes that write, of which each refused form would have been one.
	expect(new Set(taken).size).toBeGreaterThan(8)
})

test('no other method reaches a form', async () => {
	const headers = {
		Cookie: site.cookies.owner,
		'X-HTTP-Method-Override': 'POST',
		'X-Method-Override': 'POST',
	}
	for (const { path } of sample(PATHS, FULL_RUN ? PATHS.length : 12))
		for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
			const { status } = await sendRequest(`${server.address}${path}?_method=POST&mood=happy`, {
				method,
				headers,
			})
			const isRead = method === 'GET' || method === 'HEAD'
			expect([method, path, status]).toEqual([method, path, isRead ? expect.any(Number) : 405])
		}
	expect(state.isTouched()).toBe(false)
})
