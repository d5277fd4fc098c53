import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { writeDb } from '@/db/sqlite/connection'
import { withdrawStory } from '@/domain/articles/publish'
import { AD_COOKIE } from '@/lib/ad-cookie'
import { APPEARANCE_COOKIE } from '@/lib/appearance'
import { READER_COOKIE } from '@/lib/cookies'
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
/** Anything that the plainest of requests does not hold, so that Node's own server answers it. */
const UNUSUAL = 'X-Unusual: yes'

const request = (method: string, url: string, lines: string[] = [], body = ''): string =>
	`${[`${method} ${url} HTTP/1.1`, 'Host: square.test', ...lines].join('\r\n')}\r\n\r\n${body}`
const ask = (url: string, ...lines: string[]) => requestOnce(server.address, request('GET', url, lines))
const head = (url: string, ...lines: string[]) => requestOnce(server.address, request('HEAD', url, lines))
const oneReader = () => `Cookie: ${READER_COOKIE}=${sign('reader', crypto.randomUUID())}`

/** The same whatever the second and the connection. */
const told = ({ headers: { date, connection, 'keep-alive': keep, ...headers } }: RawResponse) => headers

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
])('%s comes in each encoding, and is not sent again to who holds it', async (_, at, kept, vary, tags) => {
	const url = at()
	const whole = (await ask(url)).body
	const marks = new Set<string>()
	for (const encoding of ['br', 'gzip', 'identity'] as const) {
		const accepted = `Accept-Encoding: ${encoding}`
		const answer = await ask(url, accepted)
		expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': kept, vary } })
		expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding)
		expect(answer.headers['content-length']).toBe(String(answer.body.length))
		expect(DECODE[encoding](answer.body).equals(whole)).toBe(true)
		const { etag = '' } = answer.headers
		marks.add(etag)
		expect(told(await ask(url, accepted, UNUSUAL))).toEqual(told(answer))
		const asked = await head(url, accepted)
		expect([asked.status, asked.body.length, told(asked)]).toEqual([200, 0, told(answer)])
		const { 'content-length': __, 'content-type': ___, 'content-encoding': ____, ...rest } = told(answer)
		for (const held of [etag, `W/${etag.replace(/^W\//, '')}`, `"x", ${etag}`, '*'])
			for (const more of [[], [UNUSUAL]]) {
				const known = await ask(url, accepted, `If-None-Match: ${held}`, ...more)
				expect([known.status, known.body.length, told(known)]).toEqual([304, 0, rest])
			}
		expect((await head(url, accepted, `If-None-Match: ${etag}`)).status).toBe(304)
		expect((await ask(url, accepted, 'If-None-Match: "x"')).status).toBe(200)
	}
	// A page has one weak tag for its content, a file a strong one for each of its encodings.
	expect(marks.size).toBe(tags)
	for (const mark of marks) expect(mark).toMatch(tags === 1 ? /^W\/"[\w-]+"$/ : /^"[\w-]+"$/)
})

function script(): string {
	const manifest = JSON.parse(readFileSync(join('public', 'islands', 'manifest.json'), 'utf8'))
	return manifest.reader
}

test('what is not there, and what is no longer there, is said in a page that nobody keeps', async () => {
	for (const url of ['/nowhere', '/news/nothing', '/tags/nothing', '/people/nobody'])
		expectProblem(await ask(url), 404)
	const gone = await ask('/news/the-lamp-is-out')
	expectProblem(gone, 410)
	expect(String(gone.body)).toContain('It was lit all along.')
	const mine = await ask('/news/the-lamp-is-out', oneReader())
	expectProblem(mine, 410, 'private, no-store')
	const asked = await head('/news/the-lamp-is-out')
	expect([asked.status, asked.body.length, told(asked)]).toEqual([410, 0, told(gone)])
})

test('whoever votes without end is told to wait, in a page or as data', async () => {
	process.env.SQUARE_LIMITS = '1'
	const { address } = await startAnother()
	try {
		const cookie = oneReader()
		for (let number = 0; number < 60; number += 1) await vote(address, cookie)
		const page = await vote(address, cookie)
		expectProblem(page, 429, 'private, no-store')
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

test('a page that cannot be read is said to be our fault, and is there again when the fault is gone', async () => {
	const names = ['mood_tallies', 'settings']
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	const before = await ask(PAGE)
	try {
		renameAway('mood_tallies')
		expectProblem(await ask(PAGE), 500)
		expectProblem(await ask(PAGE, oneReader()), 500, 'private, no-store')
		// Without settings not even the page that tells of it can be made.
		renameAway('settings')
		const bare = await ask(PAGE)
		expectProblem(bare, 500)
		expect(String(bare.body)).toContain('The page could not be made')
		const data = await ask(PAGE, 'Accept: application/json')
		expect([data.status, data.headers['content-type']]).toEqual([500, 'application/problem+json'])
	} finally {
		for (const name of names) writeDb().run(sql.raw(`alter table ${name}_away rename to ${name}`))
		invalidate({ immediate: [ALL_TAGS], deferred: [] })
	}
	expect((await ask(PAGE)).body.equals(before.body)).toBe(true)
})

function renameAway(name: string): void {
	writeDb().run(sql.raw(`alter table ${name} rename to ${name}_away`))
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
}

test('when more pages are asked for than can be made, everybody beyond the queue is told to come back', async () => {
	const look = `; ${APPEARANCE_COOKIE}=dark.large`
	const ad = `Cookie: ${AD_COOKIE}=${sign('ad', '1')}`
	// The page that says so has to be made anew, too.
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	const asked = [
		...Array.from({ length: 1_500 }, () => request('GET', '/sign-in', [oneReader()])),
		request('GET', PAGE, [oneReader() + look]),
		request('GET', PAGE, [ad]),
		request('GET', '/sections/news'),
	]
	const connections = await Promise.all(asked.map(() => RawConnection.open(server.address)))
	const answers = await Promise.all(
		connections.map((connection, number) => connection.request(asked[number] as string)),
	)
	for (const connection of connections) connection.close()
	const busy = answers.filter(({ status }) => status !== 200)
	expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(500)
	expect(busy.length).toBeGreaterThan(0)
	for (const answer of busy) {
		expectProblem(answer, 503, answer.headers['cache-control'])
		expect(answer.headers['cache-control']).toContain('no-store')
		expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
	}
	expect((await ask('/sign-in', oneReader())).status).toBe(200)
})

/** A whole page of ours that says what is the matter. */
function expectProblem({ status, headers, body }: RawResponse, wanted: number, kept = 'no-store'): void {
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
