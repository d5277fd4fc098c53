import { beforeAll, expect, test } from 'vitest'
import { postComment } from '@/domain/comments/post'
import { castMood } from '@/domain/moods'
import { rateArticle } from '@/domain/ratings'
import fc from '@/e2e/support/fast-check'
import { APPEARANCE_COOKIE } from '@/lib/cookies'
import { invalidate, type Tag } from '@/lib/invalidation'
import { MOODS, type Stars } from '@/lib/moods'
import { reader } from '../support/stories'
import { type CanarySite, seedCanaries } from './canary-viewers'
import { withServer } from './in-process-server'
import { FULL_RUN } from './sample'

const server = withServer()
let site: CanarySite

beforeAll(async () => {
	site = await seedCanaries()
})

/** Comment texts with formatting, links, directions, and characters that HTML escapes. */
const WORDS = [
	'It *sailed*.\n\nhttps://example.org/a?b=1&c="2"',
	'<b>مرحبا</b> & שלום',
	'- one\n- two\n\n> said 🎈',
]

const OTHERS = [reader(), reader(), reader()]

/** A write of another reader, and a request with these cookies. */
const STEP = fc.record({
	by: fc.constantFrom(...OTHERS),
	mood: fc.option(fc.constantFrom(...MOODS)),
	stars: fc.option(fc.constantFrom<Stars[]>(1, 2, 3, 4, 5)),
	words: fc.option(fc.constantFrom(...WORDS), { freq: 1 }),
	cookie: fc.nat({ max: 2 }),
	saves: fc.boolean(),
})

test('assembled pages of every viewer equal those that Next renders', async () => {
	const { articleId } = site.story
	const cookies = ['', site.closedAd, `${APPEARANCE_COOKIE}=dark.large`]
	let compared = 0
	await fc.assert(
		fc.asyncProperty(STEP, async ({ by, mood, stars, words, cookie, saves }) => {
			if (mood) await castMood(by, articleId, mood)
			if (stars) await rateArticle(by, articleId, stars)
			if (words)
				await postComment(by, articleId, { body: words, parentId: null, name: 'A', email: 'a@b.test' })
			// Tallies of shared pages may otherwise be a second old.
			const tallies: Tag[] = [`moods:${articleId}`, `ratings:${articleId}`, `comments:${articleId}`]
			invalidate({ immediate: tallies, deferred: [] })
			for (const page of site.pages)
				for (const viewer of site.viewers) {
					const headers = new Headers(saves ? { 'save-data': 'on' } : {})
					headers.set('cookie', `${viewer.cookie}; ${cookies[cookie]}`)
					const assembled = await fetchState(server.address + page, { headers })
					const rendered = await fetchState(server.uncached + page, { headers })
					// Comparing strings first avoids slow diffs of equal pages.
					if (assembled !== rendered) expect(assembled, `${page} as ${viewer.name}`).toBe(rendered)
					compared += 1
				}
		}),
		{ numRuns: FULL_RUN ? 40 : 6, endOnFailure: true },
	)
	expect(compared).toBeGreaterThanOrEqual(200)
})

test('a rejected form is assembled as Next renders it', async () => {
	const fields = { body: '', name: 'Ann <3 & "co"', email: 'no address' }
	for (const { cookie, name } of site.viewers) {
		const init = {
			method: 'POST',
			headers: { cookie, 'sec-fetch-site': 'same-origin' },
			body: new URLSearchParams(fields),
		}
		const assembled = await fetchState(`${server.address}${site.story.path}/comments`, init)
		expect(assembled, name).toMatch(/^422 /)
		expect(assembled, name).toBe(await fetchState(`${server.uncached}${site.story.path}/comments`, init))
	}
})

/** Status, redirect target and body. */
async function fetchState(url: string, init: RequestInit): Promise<string> {
	const response = await fetch(url, { ...init, redirect: 'manual' })
	return `${response.status} ${response.headers.get('location') ?? ''} ${await response.text()}`
}
