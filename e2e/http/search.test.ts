import { expect, test } from 'vitest'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { trashStory } from '@/domain/articles/trash'
import { parseMarkdown } from '@/domain/body/markdown'
import { createStaff, liveStory, storyFields } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()

const DAY_MS = 86_400_000

const search = (query: Record<string, string> | string) =>
	fetch(`${server.address}/search?${typeof query === 'string' ? query : new URLSearchParams(query)}`)

test('a result page is private, unindexed and marks the words', async () => {
	await liveStory({ headline: 'Low water', body: parseMarkdown('The ferryman counts <b>ropes</b>.') })
	const response = await search({ q: '"ferryman counts" b' })
	expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
	const page = await response.text()
	expect(page).toContain('<mark>ferryman counts</mark> &lt;<mark>b</mark>&gt;')
	expect(page).toContain('<meta name="robots" content="noindex"')
	expect(await (await fetch(`${server.address}/search`)).text()).not.toContain('noindex')
})

test('no page of results tells of texts off the site', async () => {
	const editor = await createStaff('editor')
	const stories = ['draft', 'scheduled', 'withdrawn', 'trashed'].map(async (state) => {
		const body = parseMarkdown(`Harbour canary${state} secretive hiddenword.`)
		return startStory(editor, await storyFields(editor, { headline: `Canary ${state}`, body }))
	})
	const [_, scheduled, withdrawn, trashed] = await Promise.all(stories)
	if (!scheduled || !withdrawn || !trashed) throw new Error('A story is missing.')
	const at = new Date(Date.now() + DAY_MS)
	await publishStory(editor, scheduled.articleId, { revisionId: scheduled.revisionId, at })
	await publishStory(editor, withdrawn.articleId, { revisionId: withdrawn.revisionId })
	await withdrawStory(editor, withdrawn.articleId, 'A reason.')
	await trashStory(editor, trashed.articleId)
	const queries = [
		'canary',
		'secretive',
		'secretivo',
		'canarydraf',
		'canaryscheduledd',
		'harbour',
		'"harbour canary',
	]
	const filters: Record<string, string>[] = [
		{},
		{ section: 'news' },
		{ author: 'editor' },
		{ from: '2020-01-01', to: '2100-01-01' },
	]
	for (const q of queries)
		for (const filter of filters) {
			const page = await (await search({ q, ...filter })).text()
			// The query itself is on the page, and these words are in none.
			expect(page, q).not.toMatch(
				/hiddenword|Canary (draft|scheduled|withdrawn|trashed)|Did you mean|Found alone/,
			)
		}
})

test.each([
	['operators', { q: 'a" OR b* NEAR(c) -"d ^{e}:f' }],
	['no word', { q: '" - *' }],
	[
		'malformed fields',
		{ q: 'water', section: '../x', author: '""', from: '2026-99-99', to: 'x', after: 'NaN~NaN' },
	],
	['a mark of many characters', { q: '\u0301'.repeat(2_000) }],
	['markup', { q: '"><script>alert(1)</script>' }],
])('a search with %s is answered', async (_, query) => {
	const response = await search(query as Record<string, string>)
	expect(response.status).toBe(200)
	expect(await response.text()).not.toContain('<script>alert')
})

test.each(['q=%00%00water', 'q=%ff%fe', 'q=%ed%a0%80', 'q=a&q=b&q[]=c', `q=${'%e6%9d%b1'.repeat(1_300)}`])(
	'the query %s is answered',
	async (query) => {
		expect((await search(query)).status).toBe(200)
	},
)

test('an address of 64 kB is rejected', async () => {
	expect((await search({ q: 'a'.repeat(65_536) })).status).toBe(431)
})

test('searches are limited by network', async () => {
	process.env.SQUARE_LIMITS = '1'
	try {
		const statuses: number[] = []
		for (let number = 0; number < 31; number += 1) statuses.push((await search({ q: 'water' })).status)
		expect(statuses.filter((status) => status !== 200)).toEqual([429])
		const refused = await search({ q: 'water' })
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
		expect((await fetch(`${server.address}/search`)).status).toBe(200)
	} finally {
		process.env.SQUARE_LIMITS = '0'
	}
})
