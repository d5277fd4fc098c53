import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { announce, EVERYTHING } from '@/lib/changes'
import { askOnce, type WireAnswer } from '@/scripts/running/wire'
import { withHouse } from './open-house'
import { shareOf, WHOLE } from './share'
import { requestFor, VARIATIONS, type Variation } from './variations'
import { ALL_SECRETS, type Asker, openSquare, STRANGER } from './viewers'

const house = withHouse()

/** On how many of the ten pages each way of asking is tried; other pages, and so other askers, for each. */
const PAGES_EACH = WHOLE ? 10 : 4

/** What has been seen, so that a run that proved nothing does not pass. */
const seen = { combinations: 0, privatePages: 0, sharedPages: 0, problems: 0, secrets: new Set<string>() }

test('no way of asking by anybody changes what a stranger is shown, or shows one of them to another', async () => {
	const square = await openSquare()
	const plain = new Map<string, WireAnswer>()
	for (const page of square.pages) plain.set(page, await askOnce(house.uncached, requestFor(page, '')))
	for (const [number, variation] of VARIATIONS.entries())
		for (const [position, page] of shareOf([...square.pages.entries()], PAGES_EACH)) {
			const asker = square.askers[(number + position) % square.askers.length] as Asker
			await tryToSpoil(page, asker, variation, plain.get(page) as WireAnswer)
		}
	console.log(seen)
	expect(seen.combinations).toBeGreaterThanOrEqual(200 * PAGES_EACH)
	expect(seen.privatePages).toBeGreaterThan(50 * PAGES_EACH)
	expect(seen.sharedPages).toBeGreaterThan(150 * PAGES_EACH)
	expect([...seen.secrets].sort()).toEqual(ALL_SECRETS.filter((each) => !each.includes('@')).sort())
	// All in all pages are made some four thousand times.
}, 600_000)

/** Nothing is kept at first, so whoever asks decides what is kept for the stranger who comes next. */
async function tryToSpoil(page: string, asker: Asker, varied: Variation, plain: WireAnswer): Promise<void> {
	const what = `${page} as ${asker.name} with ${varied.name}`
	const bytes = requestFor(page, asker.cookie, varied)
	seen.combinations += 1
	announce({ now: [EVERYTHING], soon: [] })
	const answer = await askOnce(house.address, bytes)
	judge(answer, asker, what)
	if (varied.refused) expect(answer.status, what).toBe(400)
	if (asker === STRANGER) expectSame(answer, await askOnce(house.uncached, bytes), what)
	const after = await askOnce(house.address, requestFor(page, ''))
	judge(after, STRANGER, `${what}, then a stranger`)
	expectSame(after, plain, `${what}, then a stranger`)
}

/** Whatever an answer is, it holds nothing of anybody else, and says truly who may keep it. */
function judge(answer: WireAnswer, asker: Asker, what: string): void {
	const text = wordsOf(answer)
	for (const secret of ALL_SECRETS) {
		if (!text.includes(secret)) continue
		if (!asker.secrets.includes(secret)) expect.fail(`${what}: “${secret}” was shown.`)
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
function expectSame(answer: WireAnswer, wanted: WireAnswer, what: string): void {
	const { status, headers } = answer
	const told = { status, ...headers, date: '', words: wordsOf(answer) }
	const told2 = { status: wanted.status, ...wanted.headers, date: '', words: wordsOf(wanted) }
	// Comparing first keeps two thousand pages out of the test runner's hands.
	if (JSON.stringify(told) !== JSON.stringify(told2)) expect(told, what).toEqual(told2)
}

function wordsOf({ headers, body }: WireAnswer): string {
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
