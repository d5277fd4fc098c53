import { count, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb } from '@/db'
import { relatedStories } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { publishStory, withdrawStory } from '../articles/publish'
import { saveStory, startStory } from '../articles/save'
import { findStory } from '../articles/stories'
import type { StaffViewer } from '../permissions'
import { chooseRelated, listChosen } from './choose'
import { relatedTo } from './related'

withDatabase()

let editor: StaffViewer

/** Unlike each other: no tag, and no word of a headline twice. */
const PLAIN = { standfirst: '', tags: [] as string[] }

beforeAll(async () => {
	editor = await createStaff('editor')
	for (let number = 0; number < 30; number += 1)
		await liveStory({ ...PLAIN, headline: `${'abcdefghij'[number % 10]}${number}ling notice` })
})

const headlines = async (id: number) => (await relatedTo(id)).map(({ headline }) => headline)
const story = async (headline: string, tags: string[] = []) =>
	(await liveStory({ ...PLAIN, headline, tags })).articleId

test('stories with shared tags or rare words are related, in both directions', async () => {
	const ropewalk = await story('Ropewalk swingbridge reopens', ['Bridges'])
	const other = await story('A second crossing', ['bridges'])
	const worded = await story('Ropewalk swingbridge stuck again')
	expect(await headlines(ropewalk)).toEqual(['A second crossing', 'Ropewalk swingbridge stuck again'])
	expect(await headlines(other)).toEqual(['Ropewalk swingbridge reopens'])
	expect(await headlines(worded)).toEqual(['Ropewalk swingbridge reopens'])
})

test('stories that share nothing rare are not related', async () => {
	expect(await headlines(await story('An unlike notice'))).toEqual([])
})

test('drafts, scheduled and withdrawn stories are never related', async () => {
	const first = await story('Lighthouse keeper', ['Light'])
	const scheduled = await startStory(
		editor,
		await storyFields(editor, { ...PLAIN, headline: 'Scheduled light', tags: ['Light'] }),
	)
	const at = new Date(Date.now() + 3_600_000)
	await publishStory(editor, scheduled.articleId, { revisionId: scheduled.revisionId, at })
	await startStory(editor, await storyFields(editor, { ...PLAIN, headline: 'Draft', tags: ['Light'] }))
	const gone = await story('Withdrawn light', ['Light'])
	expect(await headlines(first)).toEqual(['Withdrawn light'])
	await withdrawStory(editor, gone, 'It was wrong.')
	expect(await headlines(first)).toEqual([])
})

test('an update finds its related stories anew', async () => {
	const one = await story('Regatta', ['Sails'])
	const two = await liveStory({ ...PLAIN, headline: 'Concert', tags: ['Music'] })
	const { fields, headRevisionId } = await findStory(editor, two.articleId)
	const saved = await saveStory(editor, two.articleId, headRevisionId, { ...fields, tags: ['Sails'] })
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	expect(await headlines(two.articleId)).toEqual([])
	await publishStory(editor, two.articleId, { revisionId: saved.revisionId })
	expect(await headlines(two.articleId)).toEqual(['Regatta'])
	expect(await headlines(one)).toEqual(['Concert'])
})

test('an editor’s choice replaces similar stories', async () => {
	const [one, two, three] = [
		await story('Ferry one', ['Ferries']),
		await story('Ferry two', ['Ferries']),
		await story('Something else'),
	]
	await chooseRelated(editor, one, 'https://example.org/news/something-else?page=2#comments\n')
	expect(await headlines(one)).toEqual(['Something else'])
	expect(await listChosen(editor, one)).toEqual([{ slug: 'something-else', headline: 'Something else' }])
	await withdrawStory(editor, three, 'It was wrong.')
	expect(await headlines(one)).toEqual(['Ferry two'])
	await chooseRelated(editor, one, '')
	expect(await headlines(two)).toEqual(['Ferry one'])
	for (const typed of ['/news/ferry-one', '/news/nowhere', 'a\nb\nc\nd'])
		await expect(chooseRelated(editor, one, typed)).rejects.toMatchObject({ field: 'related' })
})

test('a story keeps a bounded number of similar ones, and shows three', async () => {
	const ids: number[] = []
	for (let number = 0; number < 20; number += 1) ids.push(await story(`Gull ${number}`, ['Gulls']))
	const first = ids[0] ?? 0
	expect(await headlines(first)).toHaveLength(3)
	const [kept] = await readDb()
		.select({ number: count() })
		.from(relatedStories)
		.where(eq(relatedStories.articleId, first))
	expect(kept?.number).toBeLessThanOrEqual(12)
})

test('the page of a story depends on all stories that may be related to it', async () => {
	const one = await story('Lock one', ['Locks'])
	const two = await story('Lock two', ['Locks'])
	const context = newRequestContext('test')
	await runInContext(context, () => relatedTo(one))
	expect([...context.dependencies]).toEqual(expect.arrayContaining([`related:${one}`, `article:${two}`]))
})
