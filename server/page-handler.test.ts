import { beforeEach, expect, test, vi } from 'vitest'
import { type RequestOptions, sendRequest } from '@/e2e/support/http-client'
import {
	AD_COOKIE,
	APPEARANCE_COOKIE,
	READER_COOKIE,
	RECENT_WRITE_COOKIE,
	SESSION_COOKIE,
} from '@/lib/cookies'
import { ALL_TAGS, dependsOn, invalidate } from '@/lib/invalidation'
import { requestContext } from '@/lib/request-context'
import { sign } from '@/lib/signing'
import { echoPage, errorPage, sendPage, withHandlers } from './http-server.fixture'

const fault = { page: false, errorPage: false }

const server = withHandlers({
	'/account': echoPage,
	'/error': (request, response) => {
		if (fault.errorPage) throw new Error('The error page failed.')
		return errorPage(request, response)
	},
	'/news/lamp': (request, response) => {
		if (fault.page) throw new Error('Rendering failed.')
		dependsOn('article:1')
		return echoPage(request, response)
	},
	'/news/gone': (_request, response) => {
		const detail = 'It was withdrawn.'
		requestContext().override = { kind: 'error', status: 410, title: 'Gone', detail }
		sendPage(response, '')
	},
	'/news/moved': (_request, response) => {
		requestContext().override = { kind: 'redirect', location: '/news/lamp' }
		sendPage(response, '')
	},
	'/news/handler': (_request, response) => sendPage(response, '<p onclick="alert(1)">Here</p>'),
	'/news/script-url': (_request, response) => sendPage(response, '<a href="javascript:alert(1)">Here</a>'),
	'/news/data': (_request, response) => {
		response.setHeader('Content-Type', 'application/json')
		response.end('{"a":1}')
	},
})

let errors: ReturnType<typeof vi.spyOn>

beforeEach(() => {
	errors = vi.spyOn(console, 'error').mockImplementation(() => {})
	Object.assign(fault, { page: false, errorPage: false })
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
})

const get = (url: string, headers: Record<string, string> = {}, options: RequestOptions = {}) =>
	sendRequest(server.address + url, { headers: { host: 'square.test', ...headers }, ...options })
const plainHeaders: Record<string, string> = {}
const session = { cookie: `${SESSION_COOKIE}=token` }
const readerCookie = () => `${READER_COOKIE}=${sign('reader', 'a')}`

test('a shared page is rendered once, without cookies, until invalidated', async () => {
	const first = await get('/news/lamp', { cookie: 'unknown=1' })
	expect(first.text).toContain('no cookie')
	expect(first.headers['cache-control']).toMatch(/^public, max-age=0/)
	const { etag = '' } = first.headers
	// With an unusual header Node's server answers, else the fast path.
	for (const more of [plainHeaders, { 'x-unusual': 'yes' }]) {
		expect((await get('/news/lamp', more)).text).toBe(first.text)
		const known = await get('/news/lamp', { 'if-none-match': etag, ...more })
		expect([known.status, known.text, known.headers.etag]).toEqual([304, '', etag])
	}
	expect(server.calls).toEqual(['GET /news/lamp'])
	invalidate({ immediate: ['article:2'], deferred: [] })
	await get('/news/lamp')
	invalidate({ immediate: ['article:1'], deferred: [] })
	await get('/news/lamp')
	expect(server.calls).toHaveLength(2)
})

test('a page has one style sheet and no script of the framework', async () => {
	for (const headers of [{}, session]) {
		const { text } = await get('/news/lamp', headers)
		expect(text.match(/<link[^>]*>/g)).toEqual(['<link rel="stylesheet" href="/_next/static/ab.css">'])
		expect(text).not.toContain('<script')
	}
})

test.each<[string, () => string]>([
	['a session', () => session.cookie],
	['a recent write', () => `${RECENT_WRITE_COOKIE}=1`],
	['a reader without scripts', readerCookie],
])('%s gets a private page with no-store', async (_, cookieOf) => {
	const cookie = cookieOf()
	await get('/news/lamp')
	for (let number = 0; number < 2; number += 1) {
		const page = await get('/news/lamp', { cookie, 'if-none-match': '*' })
		expect([page.status, page.headers['cache-control'], page.headers.etag]).toEqual([
			200,
			'private, no-store',
			undefined,
		])
		expect(page.text).toContain(cookie)
	}
	expect(server.calls).toHaveLength(3)
	expect((await get('/news/lamp')).text).toContain('no cookie')
})

test('a page without a cacheable route is private', async () => {
	for (const headers of [{}, session]) {
		const page = await get('/account', headers)
		expect([page.status, page.headers['cache-control']]).toEqual([200, 'private, no-store'])
	}
	expect(server.calls).toHaveLength(2)
})

test('an appearance is derived from the default page', async () => {
	const plain = await get('/news/lamp')
	const dark = await get('/news/lamp', { cookie: `${APPEARANCE_COOKIE}=dark.large` })
	expect(dark.text).toBe(plain.text.replace('<html', '<html data-theme="dark" data-size="large"'))
	expect(dark.headers.etag).not.toBe(plain.headers.etag)
	expect((await get('/news/lamp', { cookie: `${APPEARANCE_COOKIE}=unknown` })).text).toBe(plain.text)
	expect(server.calls).toHaveLength(1)
})

test('a signed ad cookie alone reaches a shared render', async () => {
	const closed = `${AD_COOKIE}=${sign('ad', '1')}`
	const page = await get('/news/lamp', { cookie: `unknown=1; ${closed}` })
	expect(page.text).toContain(`<p>${closed}</p>`)
	expect(page.headers['cache-control']).toMatch(/^public/)
	expect((await get('/news/lamp', { cookie: `${AD_COOKIE}=forged` })).text).toContain('no cookie')
})

test.each([
	['/news/nothing', 404, 'There is nothing at this address'],
	['/news/gone', 410, 'Gone'],
	['/news/lamp', 500, 'The page could not be made'],
])('%s gets a complete error page with status %i', async (url, status, title) => {
	fault.page = true
	for (const [headers, cacheControl] of [
		[{}, 'no-store'],
		[session, 'private, no-store'],
	] as const) {
		const page = await get(url, headers)
		expect([page.status, page.headers['cache-control'], page.headers.etag]).toEqual([
			status,
			cacheControl,
			undefined,
		])
		expect(page.text).toContain(`<h1>${title}</h1>`)
	}
	const data = await get(url, { accept: 'application/json' })
	expect([data.status, data.headers['content-type']]).toEqual([status, 'application/problem+json'])
	expect(JSON.parse(data.text)).toMatchObject({ status, title })
})

test('a failed render is logged and not cached', async () => {
	fault.page = true
	expect((await get('/news/lamp')).status).toBe(500)
	expect(errors).toHaveBeenCalledWith(expect.objectContaining({ message: 'Rendering failed.' }))
	fault.page = false
	expect((await get('/news/lamp')).status).toBe(200)
})

test('a failing error page is replaced by a plain one', async () => {
	Object.assign(fault, { page: true, errorPage: true })
	for (const headers of [{}, session]) {
		const page = await get('/news/lamp', headers)
		expect([page.status, page.headers['cache-control']]).toEqual([500, 'no-store'])
		expect(page.text).toContain('<h1>The page could not be made</h1>')
		expect(page.headers['content-security-policy']).toContain("default-src 'none'")
	}
})

test.each(['/news/handler', '/news/script-url'])('inline code is refused: %s', async (url) => {
	for (const headers of [{}, session]) {
		const page = await get(url, headers)
		expect(page.status).toBe(500)
		expect(page.text).not.toContain('alert')
	}
	expect(errors).toHaveBeenCalledWith(
		expect.objectContaining({ message: expect.stringContaining('reader page') }),
	)
})

test('HEAD gets the headers of GET without a body', async () => {
	for (const [url, headers] of [
		['/news/lamp', {}],
		['/news/lamp', session],
		['/news/nothing', {}],
	] as const) {
		const whole = await get(url, headers)
		const head = await get(url, headers, { method: 'HEAD' })
		expect(head.bytes).toHaveLength(0)
		expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' })
	}
})

test('a moved page redirects permanently', async () => {
	for (const headers of [{}, session]) {
		const { status, headers: found } = await get('/news/moved', headers)
		expect([status, found.location]).toEqual([301, '/news/lamp'])
	}
})

test('a response that is no page is sent uncached', async () => {
	for (let number = 0; number < 2; number += 1) {
		const { headers, text } = await get('/news/data')
		expect([headers['content-type'], headers['cache-control'], text]).toEqual([
			'application/json',
			'private, no-store',
			'{"a":1}',
		])
	}
	expect(server.calls).toHaveLength(2)
})
