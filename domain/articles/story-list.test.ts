import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { revisionBylines } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, storyFields } from '@/e2e/support/stories'
import type { StaffViewer, Viewer } from '../permissions'
import { saveStory, startStory } from './save'
import { listStories } from './stories'
import type { StoryFilter } from './story-filter'

withDatabase()

/** More than two pages. */
const STORIES = 230

let editor: StaffViewer
let contributor: StaffViewer
let started: Awaited<ReturnType<typeof startStory>>[]

beforeAll(async () => {
	editor = await createStaff('editor')
	contributor = await createStaff('contributor')
	const fields = await storyFields(editor, { bylines: [] })
	started = []
	for (let number = 0; number < STORIES; number += 1)
		started.push(
			await startStory(number % 10 === 0 ? contributor : editor, {
				...fields,
				headline: number % 3 === 0 ? `Harbour ${number}` : `Story ${number}`,
				section: number % 2 === 0 ? 'news' : '',
			}),
		)
})

async function allPages(viewer: Viewer, filter: StoryFilter): Promise<string[][]> {
	const pages: string[][] = []
	for (let past: number | null | undefined; past !== null; ) {
		const page = await listStories(viewer, { ...filter, past })
		pages.push(page.stories.map(({ headline }) => headline))
		past = page.past
	}
	return pages
}

const numbers = (pages: string[][]) => pages.flat().map((headline) => Number(headline.split(' ').at(-1)))
const newestFirst = (matches: (number: number) => boolean) =>
	Array.from({ length: STORIES }, (_, index) => STORIES - 1 - index).filter(matches)

test('the pages of the list contain every story once', async () => {
	const pages = await allPages(editor, {})
	expect(pages.map(({ length }) => length)).toEqual([100, 100, 30])
	expect(numbers(pages)).toEqual(newestFirst(() => true))
})

test('a page that is exactly full is the last one', async () => {
	const { stories, past } = await listStories(editor, { limit: STORIES })
	expect([stories.length, past]).toEqual([STORIES, null])
	expect((await allPages(editor, { limit: STORIES / 2 })).length).toBe(2)
})

test.each<[StoryFilter, (number: number) => boolean]>([
	[{ section: 'news' }, (number) => number % 2 === 0],
	[{ query: 'harbour' }, (number) => number % 3 === 0],
	[{ query: 'harbour', section: 'news', state: 'draft', limit: 7 }, (number) => number % 6 === 0],
	[{ state: 'live' }, () => false],
])('pages of %j contain all matching stories', async (filter, matches) => {
	expect(numbers(await allPages(editor, filter))).toEqual(newestFirst(matches))
})

test('a contributor’s pages contain started and bylined stories', async () => {
	const other = started[1]
	const [byline = ''] = (await storyFields(contributor)).bylines
	await write(async (tx) => {
		const by = { personId: contributor.person.id, position: 0 }
		await tx.insert(revisionBylines).values({ ...by, revisionId: other?.revisionId ?? 0 })
	})
	const expected = newestFirst((number) => number % 10 === 0 || number === 1)
	expect(numbers(await allPages(contributor, { limit: 5 }))).toEqual(expected)
	expect(numbers(await allPages(editor, { author: byline }))).toEqual([1])
	expect(numbers(await allPages(contributor, { author: byline }))).toEqual([1])
	expect(await allPages(await createStaff('contributor'), { author: byline })).toEqual([[]])
})

test('a story saved between two pages is not listed twice', async () => {
	const first = await listStories(editor, { limit: 3 })
	const { articleId, revisionId } = started[0] as (typeof started)[number]
	await saveStory(editor, articleId, revisionId, await storyFields(editor, { headline: 'Saved 0' }))
	const second = await listStories(editor, { limit: 3, past: first.past })
	expect(numbers([second.stories.map(({ headline }) => headline)])).toEqual([226, 225, 224])
	expect((await listStories(editor, { limit: 1 })).stories[0]?.headline).toBe('Saved 0')
})
