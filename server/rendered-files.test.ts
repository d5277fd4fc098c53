import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type RequestOptions, sendRequest } from '@/e2e/support/http-client'
import { APPEARANCE_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { ALL_TAGS, dependsOn, expiresAt, invalidate } from '@/lib/invalidation'
import { requestContext } from '@/lib/request-context'
import { errorPage, withHandlers } from './http-server.fixture'

const file = { text: '<a/>', renders: 0, fails: false, until: null as Date | null, slow: Promise.resolve() }

const GONE = { kind: 'error' as const, status: 410, title: 'Gone', detail: 'Withdrawn.' }

const server = withHandlers(
	{ '/error': errorPage },
	{
		fileRoutes: [
			{
				path: /^\/(?:([^/]+)\/)?list\.xml$/,
				render: async ([slug]) => {
					file.renders += 1
					if (file.fails) throw new Error('Rendering failed.')
					dependsOn('lists')
					expiresAt(file.until)
					requestContext().headers = { 'Content-Usage': 'search=y' }
					if (slug === 'moved') return { kind: 'redirect', location: '/here/list.xml' }
					if (slug === 'gone') return GONE
					return { type: 'application/xml; charset=utf-8', text: slug ? `<a>${slug}</a>` : file.text }
				},
			},
			{
				path: /^\/slow\.jpg$/,
				isSlow: true,
				render: async () => {
					await file.slow
					return { type: 'image/jpeg', text: Buffer.from('x'), isImmutable: true }
				},
			},
			{
				path: /^\/chosen$/,
				select: (query) =>
					query.get('of') === 'none' ? { ...GONE, status: 404 } : `/${query.get('of')}/list.xml`,
				render: async () => GONE,
			},
		],
	},
)

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {})
	Object.assign(file, { text: '<a/>', renders: 0, fails: false, until: null })
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
})
afterEach(() => void vi.useRealTimers())

const get = (url: string, headers: Record<string, string> = {}, options: RequestOptions = {}) =>
	sendRequest(server.address + url, { headers: { host: 'square.test', ...headers }, ...options })
/** With an unusual header Node's server answers, else the fast path. */
const PATHS: Record<string, string>[] = [{}, { 'x-unusual': 'yes' }]

test('a file is rendered once for all clients, until invalidated', async () => {
	for (const headers of [...PATHS, { cookie: `${SESSION_COOKIE}=a; ${APPEARANCE_COOKIE}=dark.large` }])
		for (const url of ['/list.xml', '/list.xml?page=2']) {
			const { status, text, headers: sent } = await get(url, headers)
			expect([status, text, sent['content-type']]).toEqual([200, '<a/>', 'application/xml; charset=utf-8'])
			expect(sent['cache-control']).toMatch(/^public, max-age=0/)
			expect(sent.vary).toBe('Accept-Encoding')
			expect(sent['content-usage']).toBe('search=y')
			expect(sent['access-control-allow-origin']).toBe('*')
			expect(sent['x-content-type-options']).toBe('nosniff')
		}
	expect([file.renders, server.calls]).toEqual([1, []])
	invalidate({ immediate: ['article:1'], deferred: [] })
	file.text = '<b/>'
	expect((await get('/list.xml')).text).toBe('<a/>')
	invalidate({ immediate: ['lists'], deferred: [] })
	expect((await get('/list.xml')).text).toBe('<b/>')
})

test('a slow file delays no other, and is kept by clients', async () => {
	let end = () => {}
	file.slow = new Promise((resolve) => {
		end = resolve
	})
	const slow = get('/slow.jpg')
	expect((await get('/list.xml')).status).toBe(200)
	end()
	expect((await slow).headers['cache-control']).toMatch(/^public, max-age=31536000, immutable, s-maxage=\d+$/)
})

test('a query selects a file, which is cached by its own path', async () => {
	for (const url of ['/chosen?of=a', '/chosen?of=a&other=1', '/a/list.xml'])
		expect((await get(url)).text).toBe('<a>a</a>')
	expect(file.renders).toBe(1)
	expect((await get('/chosen?of=none')).status).toBe(404)
})

test('a file expires by time', async () => {
	file.until = new Date(Date.now() + 150)
	await get('/list.xml')
	file.text = '<later/>'
	await vi.waitFor(async () => expect((await get('/list.xml')).text).toBe('<later/>'), { timeout: 20_000 })
	expect(Date.now()).toBeGreaterThanOrEqual(file.until.getTime())
})

test('known files are not sent again, by ETag or by time', async () => {
	const { etag = '', 'last-modified': changed = '' } = (await get('/known/list.xml')).headers as Record<
		string,
		string
	>
	expect(Date.parse(changed)).toBeLessThanOrEqual(Date.now())
	for (const [known, status] of [
		[{ 'if-none-match': etag }, 304],
		[{ 'if-none-match': '"other"' }, 200],
		[{ 'if-modified-since': changed }, 304],
		[{ 'if-modified-since': new Date(Date.parse(changed) - 1_000).toUTCString() }, 200],
		[{ 'if-modified-since': 'yesterday' }, 200],
		[{ 'if-none-match': '"other"', 'if-modified-since': changed }, 200],
	] as const)
		for (const path of PATHS) {
			const answer = await get('/known/list.xml', { ...path, ...known })
			expect([known, answer.status, answer.text]).toEqual([
				known,
				status,
				status === 304 ? '' : '<a>known</a>',
			])
			expect(answer.headers.etag).toBe(etag)
		}
})

test('the time of change follows the content, and two contents never share one', async () => {
	vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
	const timeOf = async (text: string) => {
		file.text = text
		invalidate({ immediate: ['lists'], deferred: [] })
		const { headers } = await get('/list.xml', { 'x-unusual': 'yes' })
		return { headers, known: headers['last-modified'] ?? new Date(Date.now()).toUTCString() }
	}
	const first = await timeOf('<one/>')
	expect((await timeOf('<one/>')).known).toBe(first.known)
	// The second content of a second has no time yet, and is sent to clients that know the first.
	const second = await timeOf('<two/>')
	expect(second.headers['last-modified']).toBeUndefined()
	expect((await get('/list.xml', { 'if-modified-since': first.known })).text).toBe('<two/>')
	vi.setSystemTime(Date.now() + 5_000)
	const third = await timeOf('<three/>')
	expect(Date.parse(third.known)).toBeGreaterThan(Date.parse(first.known))
})

test('a file is compressed, and HEAD has its headers alone', async () => {
	file.text = `<a>${'word '.repeat(500)}</a>`
	const whole = await get('/list.xml', { 'accept-encoding': 'br' })
	expect(whole.headers['content-encoding']).toBe('br')
	expect(whole.text).toBe(file.text)
	expect(whole.bytes.length).toBeLessThan(file.text.length)
	const head = await get('/list.xml', { 'accept-encoding': 'br' }, { method: 'HEAD' })
	expect(head.bytes).toHaveLength(0)
	expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' })
})

test('moved, gone and unusually spelled files are redirects and error pages', async () => {
	const moved = await get('/moved/list.xml?a=1')
	expect([moved.status, moved.headers.location]).toEqual([301, '/here/list.xml'])
	const gone = await get('/gone/list.xml')
	expect([gone.status, gone.headers['cache-control']]).toEqual([410, 'no-store'])
	expect(gone.text).toContain('<h1>Gone</h1>')
	const upper = await get('/%C3%84B/list.xml')
	expect([upper.status, upper.headers.location]).toEqual([301, '/%C3%A4b/list.xml'])
	expect((await get('/%C3%A4b/list.xml')).text).toBe('<a>äb</a>')
	expect((await get('/list.xml', {}, { method: 'POST' })).status).toBe(405)
	for (let number = 0; number < 2; number += 1) await get('/gone/list.xml')
	expect(file.renders).toBe(5)
})

test('a failed render is a 500 page, and not cached', async () => {
	file.fails = true
	const failed = await get('/list.xml')
	expect([failed.status, failed.headers['cache-control']]).toEqual([500, 'no-store'])
	file.fails = false
	expect((await get('/list.xml')).status).toBe(200)
})
