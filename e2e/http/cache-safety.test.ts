import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { type RawResponse, requestOnce } from '../support/raw-connection'
import { ALL_SECRETS, ANONYMOUS_VIEWER, type CanaryViewer, seedCanaries } from './canary-viewers'
import { withServer } from './in-process-server'
import { REQUEST_VARIATIONS, type RequestVariation, requestFor } from './request-variations'
import { FULL_RUN, sample } from './sample'

const server = withServer()

/** On how many of the ten pages each way of asking is tried; other pages, and so other askers, for each. */
const PAGES_EACH = FULL_RUN ? 10 : 4

/** What has been seen, so that a run that proved nothing does not pass. */
const seen = { combinations: 0, privatePages: 0, sharedPages: 0, problems: 0, secrets: new Set<string>() }

test('no way of asking by anybody changes what a stranger is shown, or shows one of them to another', async () => {
	const site = await seedCanaries()
	const plain = new Map<string, RawResponse>()
	for (const page of site.pages) plain.set(page, await requestOnce(server.uncached, requestFor(page, '')))
	for (const [number, variation] of REQUEST_VARIATIONS.entries())
		for (const [position, page] of sample([...site.pages.entries()], PAGES_EACH)) {
			const viewer = site.viewers[(number + position) % site.viewers.length] as CanaryViewer
			await tryToSpoil(page, viewer, variation, plain.get(page) as RawResponse)
		}
	console.log(seen)
	expect(seen.combinations).toBeGreaterThanOrEqual(200 * PAGES_EACH)
	expect(seen.privatePages).toBeGreaterThan(50 * PAGES_EACH)
	expect(seen.sharedPages).toBeGreaterThan(150 * PAGES_EACH)
	expect([...seen.secrets].sort()).toEqual(ALL_SECRETS.filter((each) => !each.includes('@')).sort())
	// All in all pages are made some four thousand times.
}, 600_000)

/** Nothing is kept at first, so whoever asks decides what is kept for the stranger who comes next. */
async function tryToSpoil(
	page: string,
	viewer: CanaryViewer,
	varied: RequestVariation,
	plain: RawResponse,
): Promise<void> {
	const what = `${page} as ${viewer.name} with ${varied.name}`
	const bytes = requestFor(page, viewer.cookie, varied)
	seen.combinations += 1
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	const answer = await requestOnce(server.address, bytes)
	judge(answer, viewer, what)
	if (varied.refused) expect(answer.status, what).toBe(400)
	if (viewer === ANONYMOUS_VIEWER) expectSame(answer, await requestOnce(server.uncached, bytes), what)
	const after = await requestOnce(server.address, requestFor(page, ''))
	judge(after, ANONYMOUS_VIEWER, `${what}, then a stranger`)
	expectSame(after, plain, `${what}, then a stranger`)
}

/** Whatever an answer is, it holds nothing of anybody else, and says truly who may keep it. */
function judge(answer: RawResponse, viewer: CanaryViewer, what: string): void {
	const text = wordsOf(answer)
	for (const secret of ALL_SECRETS) {
		if (!text.includes(secret)) continue
		if (!viewer.secrets.includes(secret)) expect.fail(`${what}: “${secret}” was shown.`)
		seen.secrets.add(secret)
		if (answer.headers['cache-control'] !== 'private, no-store')
			expect.fail(`${what}: what is one reader’s own may be kept: ${answer.headers['cache-control']}`)
	}
	const { 'cache-control': kept = '', 'set-cookie': cookie, vary, 'content-type': type } = answer.headers
	if (answer.status >= 400) seen.problems += 1
	if (cookie !== undefined && !kept.includes('no-store')) expect.fail(`${what}: a kept answer sets a cookie.`)
	if (type?.startsWith('text/html') && vary !== 'Accept-Encoding, Cookie, Save-Data')
		expect.fail(`${what}: varies by “${vary}”.`)
	if (/s-maxage|public/.test(kept)) seen.sharedPages += 1
	else if (kept === 'private, no-store') seen.privatePages += 1
	else if (answer.status < 400) expect.fail(`${what}: ${answer.status} may be kept as “${kept}”.`)
}

/** The same bytes and the same word on how long they hold; only the time of day may differ. */
function expectSame(answer: RawResponse, wanted: RawResponse, what: string): void {
	const { status, headers } = answer
	const told = { status, ...headers, date: '', words: wordsOf(answer) }
	const told2 = { status: wanted.status, ...wanted.headers, date: '', words: wordsOf(wanted) }
	// Comparing first keeps two thousand pages out of the test runner's hands.
	if (JSON.stringify(told) !== JSON.stringify(told2)) expect(told, what).toEqual(told2)
}

function wordsOf({ headers, body }: RawResponse): string {
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
