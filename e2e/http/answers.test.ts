import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { writeDb } from '@/db/sqlite/connection'
import { withdrawStory } from '@/domain/articles/publish'
import { AD_COOKIE, APPEARANCE_COOKIE, READER_COOKIE } from '@/lib/cookies'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { sign } from '@/lib/signing'
import { RawConnection, type RawResponse, requestOnce } from '../support/raw-connection'
import { liveStory } from '../support/stories'
import { startAnother, withServer } from './in-process-server'

const server = withServer()

const PAGE = '/news/the-lamp-is-lit'
const DECODE = {
	br: brotliDecompressSync,
	gzip: gunzipSync,
	identity: (bytes: Buffer) => bytes,
}
/** A header that the fast path does not handle, so that Node's HTTP server answers. */
const UNUSUAL = 'X-Unusual: yes'

const request = (method: string, url: string, lines: string[] = [], body = ''): string =>
	`${[`${method} ${url} HTTP/1.1`, 'Host: square.test', ...lines].join('\r\n')}\r\n\r\n${body}`
const get = (url: string, ...lines: string[]) => requestOnce(server.address, request('GET', url, lines))
const head = (url: string, ...lines: string[]) => requestOnce(server.address, request('HEAD', url, lines))
const readerCookie = () => `Cookie: ${READER_COOKIE}=${sign('reader', crypto.randomUUID())}`

/** Response headers without those that vary by time and connection. */
const stableHeaders = ({ headers: { date, connection, 'keep-alive': keep, ...headers } }: RawResponse) =>
	headers

beforeAll(async () => {
	await liveStory({ headline: 'The lamp is lit' })
	const { editor, articleId } = await liveStory({ headline: 'The lamp is out' })
	await withdrawStory(editor, articleId, 'It was lit all along.')
})

test.each([
	[
		'a page',
		() => PAGE,
		'public, max-age=0, must-revalidate, s-maxage=1',
		'Accept-Encoding, Cookie, Save-Data',
		1,
	],
	['a script', script, 'public, max-age=31536000, immutable', 'Accept-Encoding', 3],
	['a rule', () => '/speculation-rules.json', 'public, max-age=3600', 'Accept-Encoding', 3],
])('%s is negotiated by encoding and ETag', async (_, at, kept, vary, tags) => {
	const url = at()
	const whole = (await get(url)).body
	const etags = new Set<string>()
	for (const encoding of ['br', 'gzip', 'identity'] as const) {
		const accepted = `Accept-Encoding: ${encoding}`
		const answer = await get(url, accepted)
		expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': kept, vary } })
		expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding)
		expect(answer.headers['content-length']).toBe(String(answer.body.length))
		expect(DECODE[encoding](answer.body).equals(whole)).toBe(true)
		const { etag = '' } = answer.headers
		etags.add(etag)
		expect(stableHeaders(await get(url, accepted, UNUSUAL))).toEqual(stableHeaders(answer))
		const sent = await head(url, accepted)
		expect([sent.status, sent.body.length, stableHeaders(sent)]).toEqual([200, 0, stableHeaders(answer)])
		const {
			'content-length': __,
			'content-type': ___,
			'content-encoding': ____,
			...rest
		} = stableHeaders(answer)
		for (const held of [etag, `W/${etag.replace(/^W\//, '')}`, `"x", ${etag}`, '*'])
			for (const more of [[], [UNUSUAL]]) {
				const known = await get(url, accepted, `If-None-Match: ${held}`, ...more)
				expect([known.status, known.body.length, stableHeaders(known)]).toEqual([304, 0, rest])
			}
		expect((await head(url, accepted, `If-None-Match: ${etag}`)).status).toBe(304)
		expect((await get(url, accepted, 'If-None-Match: "x"')).status).toBe(200)
	}
	// A page has one weak ETag for its content, a file a strong one for each encoding.
	expect(etags.size).toBe(tags)
	for (const each of etags) expect(each).toMatch(tags === 1 ? /^W\/"[\w-]+"$/ : /^"[\w-]+"$/)
})

function script(): string {
	const manifest = JSON.parse(readFileSync(join('public', 'islands', 'manifest.json'), 'utf8'))
	return manifest.reader.en
}

test('404 and 410 pages are sent with no-store', async () => {
	for (const url of ['/nowhere', '/news/nothing', '/tags/nothing', '/people/nobody'])
		expectErrorPage(await get(url), 404)
	const gone = await get('/news/the-lamp-is-out')
	expectErrorPage(gone, 410)
	expect(String(gone.body)).toContain('It was lit all along.')
	const mine = await get('/news/the-lamp-is-out', readerCookie())
	expectErrorPage(mine, 410, 'private, no-store')
	const sent = await head('/news/the-lamp-is-out')
	expect([sent.status, sent.body.length, stableHeaders(sent)]).toEqual([410, 0, stableHeaders(gone)])
})

test('429 pages and JSON have Retry-After', async () => {
	process.env.SQUARE_LIMITS = '1'
	const { address } = await startAnother()
	try {
		const cookie = readerCookie()
		for (let number = 0; number < 60; number += 1) await vote(address, cookie)
		const page = await vote(address, cookie)
		expectErrorPage(page, 429, 'private, no-store')
		expect(Number(page.headers['retry-after'])).toBeGreaterThan(0)
		const data = await vote(address, cookie, 'Accept: application/json')
		expect([data.status, data.headers['content-type']]).toEqual([429, 'application/problem+json'])
		expect(data.headers['cache-control']).toContain('no-store')
		expect(Number(data.headers['retry-after'])).toBeGreaterThan(0)
		expect(JSON.parse(String(data.body))).toMatchObject({ status: 429, title: expect.any(String) })
	} finally {
		process.env.SQUARE_LIMITS = '0'
	}
})

const vote = (address: string, ...lines: string[]) => {
	const form = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 8']
	return requestOnce(address, request('POST', `${PAGE}/moods`, [...form, ...lines], 'mood=sad'))
}

test('an unreadable table gives 500 until restored', async () => {
	const names = ['mood_tallies', 'settings']
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	const before = await get(PAGE)
	try {
		renameAway('mood_tallies')
		expectErrorPage(await get(PAGE), 500)
		expectErrorPage(await get(PAGE, readerCookie()), 500, 'private, no-store')
		// Without settings the error page itself cannot be rendered.
		renameAway('settings')
		const bare = await get(PAGE)
		expectErrorPage(bare, 500)
		expect(String(bare.body)).toContain('The page could not be made')
		const data = await get(PAGE, 'Accept: application/json')
		expect([data.status, data.headers['content-type']]).toEqual([500, 'application/problem+json'])
	} finally {
		for (const name of names) writeDb().run(sql.raw(`alter table ${name}_away rename to ${name}`))
		invalidate({ immediate: [ALL_TAGS], deferred: [] })
	}
	expect((await get(PAGE)).body.equals(before.body)).toBe(true)
})

function renameAway(name: string): void {
	writeDb().run(sql.raw(`alter table ${name} rename to ${name}_away`))
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
}

/** Connections, and requests on each: together three times the length of the queue. */
const CROWD = 15
const PIPELINED = 100

const signIns = () => Array.from({ length: PIPELINED }, () => request('GET', '/sign-in', [readerCookie()]))

test('requests beyond the render queue get 503', async () => {
	const look = `; ${APPEARANCE_COOKIE}=dark.large`
	const ad = `Cookie: ${AD_COOKIE}=${sign('ad', '1')}`
	// The 503 page has to be rendered as well.
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	const others = [
		request('GET', PAGE, [readerCookie() + look]),
		request('GET', PAGE, [ad]),
		request('GET', '/sections/news'),
	]
	const connections = await Promise.all(
		Array.from({ length: CROWD + others.length }, () => RawConnection.open(server.address)),
	)
	// Pipelined, so that the server reads many requests at once; between two reads it renders pages.
	const answers = await Promise.all(
		connections.flatMap((connection, number) =>
			(others[number - CROWD] ? [others[number - CROWD] as string] : signIns()).map((bytes) =>
				connection.request(bytes),
			),
		),
	)
	for (const connection of connections) connection.close()
	const busy = answers.filter(({ status }) => status !== 200)
	expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(500)
	expect(busy.length).toBeGreaterThan(0)
	for (const answer of busy) {
		expectErrorPage(answer, 503, answer.headers['cache-control'])
		expect(answer.headers['cache-control']).toContain('no-store')
		expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
	}
	expect((await get('/sign-in', readerCookie())).status).toBe(200)
})

/** Asserts a complete error page with this status. */
function expectErrorPage({ status, headers, body }: RawResponse, wanted: number, kept = 'no-store'): void {
	const html = String(body)
	expect([status, headers['cache-control'], headers['content-type']]).toEqual([
		wanted,
		kept,
		'text/html; charset=utf-8',
	])
	expect(headers.etag).toBeUndefined()
	expect(headers.vary).toBe('Accept-Encoding, Cookie, Save-Data')
	expect(headers['content-security-policy']).toContain("default-src 'none'")
	expect(html).toMatch(/<h1[^>]*>/)
	expect(html).toContain('</html>')
	expect(html).toContain('noindex')
}
