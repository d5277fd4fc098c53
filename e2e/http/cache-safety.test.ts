import { inspect } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { type RawResponse, requestOnce } from '../support/raw-connection'
import { createStaff, reader } from '../support/stories'
import { ALL_SECRETS, ANONYMOUS_VIEWER, type CanaryViewer, NEVER_SENT, seedCanaries } from './canary-viewers'
import { crawl, heldBy } from './crawl'
import { withServer } from './in-process-server'
import { CLIENT_ADDRESS, plantPrivateData } from './private-data'
import { REQUEST_VARIATIONS, type RequestVariation, requestFor } from './request-variations'
import { FULL_RUN, sample } from './sample'

const server = withServer()

/** Number of pages, of eleven, for each request variation; each is sent by another viewer. */
const PAGES_EACH = FULL_RUN ? 11 : 2

/** Counts of response kinds, so that a run without evidence fails. */
const seen = { combinations: 0, privatePages: 0, sharedPages: 0, problems: 0, secrets: new Set<string>() }

test('request variations neither poison nor leak cached pages', async () => {
	const site = await seedCanaries()
	invalidate({ immediate: [ALL_TAGS], deferred: [] }) // Renews the readers' counts, so that all periods are alike.
	const plain = new Map<string, RawResponse>()
	for (const page of site.pages) plain.set(page, await requestOnce(server.uncached, requestFor(page, '')))
	for (const [number, variation] of REQUEST_VARIATIONS.entries())
		for (const [position, page] of sample([...site.pages.entries()], PAGES_EACH)) {
			const viewer = site.viewers[(number + position) % site.viewers.length] as CanaryViewer
			await tryToPoison(page, viewer, variation, plain.get(page) as RawResponse)
		}
	console.log(seen)
	expect(seen.combinations).toBeGreaterThanOrEqual(200 * PAGES_EACH)
	expect(seen.privatePages).toBeGreaterThan(50 * PAGES_EACH)
	expect(seen.sharedPages).toBeGreaterThan(150 * PAGES_EACH)
	expect([...seen.secrets].sort()).toEqual(ALL_SECRETS.filter((each) => !NEVER_SENT.includes(each)).sort())
	// Some four thousand pages are rendered.
}, 600_000)

test('no address, session or draft is in a page, feed, image, file, log or cached response', async () => {
	const logged: string[] = []
	const spies = (['log', 'info', 'warn', 'error'] as const).map((level) =>
		vi.spyOn(console, level).mockImplementation((...words) => void logged.push(inspect(words))),
	)
	const { secrets, articleId, slug } = await plantPrivateData()
	const kinds = new Set<string>()
	// The second time from the cache.
	for (const round of ['rendered', 'cached']) {
		const read = await crawl(server.address, CLIENT_ADDRESS)
		const leaks = [...read].flatMap(([path, response]) =>
			heldBy(response, secrets).map((each) => [path, each]),
		)
		expect(leaks, round).toEqual([])
		for (const { status, headers } of read.values())
			if (status === 200) kinds.add((headers['content-type'] ?? '').split(';', 1)[0] ?? '')
		expect(read.get(`/news/${slug}`)?.text).toContain('I saw it turn.')
		expect(read.size).toBeGreaterThan(80)
	}
	expect([...kinds].sort()).toEqual(expect.arrayContaining(KINDS))
	expect(logged.filter((line) => secrets.some((each) => line.includes(each)))).toEqual([])
	for (const spy of spies) spy.mockRestore()
	// A leak: an address in the text of a comment that readers see.
	const [secret = ''] = secrets
	const leaked = { name: 'Ada', email: 'ada@example.org', body: `Write to ${secret}.`, parentId: null }
	const { id } = await postComment(reader(), articleId, leaked)
	await moderateComment(await createStaff('editor'), id, 'approved')
	const read = await crawl(server.address, CLIENT_ADDRESS, { first: FIRST_READ })
	const paths = [...read].filter(([, response]) => heldBy(response, secrets).length > 0).map(([path]) => path)
	expect(paths).toContain(`/news/${slug}`)
}, 300_000)

/** Addresses of the second crawl, among them those that the front page links. */
const FIRST_READ = 60

const KINDS = [
	...['application/atom+xml', 'application/json', 'application/manifest+json', 'application/rss+xml'],
	...['image/avif', 'image/jpeg', 'image/webp', 'image/png', 'text/css', 'text/html', 'text/plain'],
]

/** Sends the variation to an empty cache, and compares the next anonymous response with the plain page. */
async function tryToPoison(
	page: string,
	viewer: CanaryViewer,
	varied: RequestVariation,
	plain: RawResponse,
): Promise<void> {
	const label = `${page} as ${viewer.name} with ${varied.name}`
	const bytes = requestFor(page, viewer.cookie, varied)
	seen.combinations += 1
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	const answer = await requestOnce(server.address, bytes)
	expectPrivacy(answer, viewer, label)
	if (varied.refused) expect(answer.status, label).toBe(400)
	if (viewer === ANONYMOUS_VIEWER) expectSame(answer, await requestOnce(server.uncached, bytes), label)
	const after = await requestOnce(server.address, requestFor(page, ''))
	expectPrivacy(after, ANONYMOUS_VIEWER, `${label}, then anonymously`)
	expectSame(after, plain, `${label}, then anonymously`)
}

/** Asserts that a response holds no other viewer's data, and has the right cache headers. */
function expectPrivacy(answer: RawResponse, viewer: CanaryViewer, label: string): void {
	const text = textOf(answer)
	for (const secret of ALL_SECRETS) {
		if (!text.includes(secret)) continue
		if (!viewer.secrets.includes(secret)) expect.fail(`${label}: “${secret}” leaked.`)
		seen.secrets.add(secret)
		if (answer.headers['cache-control'] !== 'private, no-store')
			expect.fail(`${label}: private data is cacheable: ${answer.headers['cache-control']}`)
	}
	const { 'cache-control': kept = '', 'set-cookie': cookie, vary, 'content-type': type } = answer.headers
	if (answer.status >= 400) seen.problems += 1
	if (cookie !== undefined && !kept.includes('no-store'))
		expect.fail(`${label}: a cacheable response sets a cookie.`)
	if (type?.startsWith('text/html') && vary !== 'Accept-Encoding, Cookie, Save-Data')
		expect.fail(`${label}: varies by “${vary}”.`)
	if (/s-maxage|public/.test(kept)) seen.sharedPages += 1
	else if (kept === 'private, no-store') seen.privatePages += 1
	else if (answer.status < 400) expect.fail(`${label}: ${answer.status} has Cache-Control “${kept}”.`)
}

/** Asserts the same body and headers, but for `Date`. */
function expectSame(answer: RawResponse, wanted: RawResponse, label: string): void {
	const { status, headers } = answer
	const actual = { status, ...headers, date: '', text: textOf(answer) }
	const expected = { status: wanted.status, ...wanted.headers, date: '', text: textOf(wanted) }
	// Comparing strings first avoids slow diffs of two thousand equal pages.
	if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, label).toEqual(expected)
}

function textOf({ headers, body }: RawResponse): string {
	if (body.length === 0) return ''
	switch (headers['content-encoding']) {
		case 'br':
			return brotliDecompressSync(body).toString()
		case 'gzip':
			return gunzipSync(body).toString()
		default:
			return body.toString()
	}
}
