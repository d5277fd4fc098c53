import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { write } from '@/db'
import { people, siteIdentity } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader, storyFields } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { publishStory, withdrawStory } from '../articles/publish'
import { saveStory, startStory } from '../articles/save'
import { findStory } from '../articles/stories'
import { parseMarkdown } from '../body/markdown'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import { addCorrection } from '../corrections'
import { castMood } from '../moods'
import type { StaffViewer, Viewer } from '../permissions'
import { setPart } from '../series/set-part'
import { permanentIds } from '../site-identity'
import { findFollowable } from './follow'
import { type FeedStory, newestStories } from './stories'
import { ALL_STORIES, STORY_LISTS, type StoryList } from './story-lists'
import { newestComments } from './thread'

withDatabase()
afterEach(() => void vi.useRealTimers())

async function storiesOf(list: StoryList | null): Promise<FeedStory[]> {
	const stories: FeedStory[] = []
	for await (const story of newestStories(list?.where)) stories.push(story)
	return stories
}
const headlinesOf = async (list: StoryList | null) =>
	(await storiesOf(list)).map(({ article }) => article.headline)

async function change(
	editor: StaffViewer,
	articleId: number,
	headline: string,
	minor: boolean,
): Promise<void> {
	const { headRevisionId, fields } = await findStory(editor, articleId)
	const saved = await saveStory(editor, articleId, headRevisionId, { ...fields, headline })
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	await publishStory(editor, articleId, { revisionId: saved.revisionId, minor })
}

const guest = (body: string, parentId: number | null = null) => ({
	...{ body, parentId, name: 'Ada', email: 'ada@example.org' },
})

test('a feed has the live stories of its list, newest first', async () => {
	const { editor } = await liveStory({ headline: 'First', tags: ['harbour'] })
	await liveStory({ headline: 'Second' })
	await liveStory({ headline: 'CANARY scheduled', tags: ['harbour'] }, new Date(Date.now() + 60_000))
	const gone = await liveStory({ headline: 'CANARY withdrawn', tags: ['harbour'] })
	await withdrawStory(gone.editor, gone.articleId, 'It was not so.')
	await startStory(editor, await storyFields(editor, { headline: 'CANARY draft', tags: ['harbour'] }))
	const { fields } = await findStory(editor, 1)
	expect(await headlinesOf(ALL_STORIES)).toEqual(['Second', 'First'])
	expect(await headlinesOf(await STORY_LISTS.sections('news'))).toEqual(['Second', 'First'])
	expect(await headlinesOf(await STORY_LISTS.tags('harbour'))).toEqual(['First'])
	expect(await headlinesOf(await STORY_LISTS.people(fields.bylines[0] ?? ''))).toEqual(['First'])
	for (const id of [1, 2, gone.articleId]) await setPart(editor, id, { name: 'The locks', part: '' })
	expect(await headlinesOf(await STORY_LISTS.series('the-locks'))).toEqual(['Second', 'First'])
	for (const find of Object.values(STORY_LISTS)) expect(await find('nowhere')).toBeNull()
})

test('a feed expires when the next scheduled story appears', async () => {
	const at = new Date(Date.now() + 30_000)
	await liveStory({ headline: 'Soon' }, at)
	const context = newRequestContext('test')
	await runInContext(context, () => storiesOf(ALL_STORIES))
	expect(context.validUntil).toBe(at.getTime())
	expect([...context.dependencies]).toEqual(expect.arrayContaining(['lists', 'settings', 'article:1']))
	vi.useFakeTimers({ now: at, toFake: ['Date'] })
	expect((await headlinesOf(ALL_STORIES))[0]).toBe('Soon')
})

test('only major changes set the update’s time', async () => {
	const { editor, articleId } = await liveStory({ headline: 'The mill turns' })
	const updated = async () => {
		const story = (await storiesOf(ALL_STORIES)).find(({ article }) => article.id === articleId)
		return [story?.article.headline, story?.updatedAt]
	}
	const published = (await findStory(editor, articleId)).publishAt
	vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] })
	await castMood(reader(), articleId, 'happy')
	await change(editor, articleId, 'The mill turns!', true)
	expect(await updated()).toEqual(['The mill turns!', published])
	await change(editor, articleId, 'The mill turned', false)
	expect(await updated()).toEqual(['The mill turned', new Date()])
	vi.setSystemTime(Date.now() + 60_000)
	const typed = { kind: 'correction', placement: 'foot', text: 'It was Tuesday.' }
	await addCorrection(editor, articleId, typed)
	expect((await updated())[1]?.valueOf()).toBeGreaterThan(Date.now() - 60_000)
})

describe('the comments of a story', () => {
	test('the feed has the approved ones, newest first, without addresses', async () => {
		const { editor, articleId, slug } = await liveStory({ headline: 'A lock fails' })
		const first = (await postComment(editor, articleId, guest('First.'))).id
		await postComment(editor, articleId, guest('Second.', first))
		await postComment(reader(), articleId, guest('CANARY held'))
		const removed = (await postComment(editor, articleId, guest('CANARY rejected'))).id
		const answer = (await postComment(editor, articleId, guest('Third.', removed))).id
		await moderateComment(editor, removed, 'rejected')
		const thread = await newestComments(slug)
		expect(thread?.comments.map(({ body, parent, staff }) => [body, parent, staff])).toEqual([
			['Third.', 'removed', true],
			['Second.', { id: first, authorName: editor.person.name }, true],
			['First.', null, true],
		])
		expect(thread?.comments[0]?.id).toBe(answer)
		expect(JSON.stringify(thread)).not.toMatch(/CANARY|@example\.org/)
	})

	test('a story that is not live has none', async () => {
		const { editor, articleId, slug } = await liveStory({ headline: 'Taken back' })
		await postComment(editor as Viewer, articleId, guest('Seen.'))
		await withdrawStory(editor, articleId, 'It was not so.')
		const draft = await startStory(editor, await storyFields(editor, { headline: 'Never out' }))
		for (const each of [slug, (await findStory(editor, draft.articleId)).slug, 'nowhere'])
			expect(await newestComments(each)).toBeNull()
	})
})

test('authors and tags of live stories can be followed', async () => {
	const editor = await createStaff('editor', 'Zora Fell')
	const changes = { headline: 'A canal', tags: ['canal'] }
	await startStory(editor, await storyFields(editor, { headline: 'CANARY', tags: ['canary-tag'] }))
	expect((await findFollowable()).authors.map(({ name }) => name)).not.toContain('Zora Fell')
	const story = await startStory(
		editor,
		await storyFields(editor, { ...changes, body: parseMarkdown('It flows.') }),
	)
	await publishStory(editor, story.articleId, { revisionId: story.revisionId })
	await write((tx) =>
		tx.update(people).set({ fediverse: '@zora@example.social' }).where(eq(people.id, editor.person.id)),
	)
	const context = newRequestContext('test')
	const { sections, authors, tags } = await runInContext(context, findFollowable)
	expect([...context.dependencies]).toEqual(expect.arrayContaining(['lists', 'sections', 'tags']))
	expect(sections).toContainEqual({ slug: 'news', name: 'News' })
	expect(authors).toContainEqual(
		expect.objectContaining({ name: 'Zora Fell', fediverse: '@zora@example.social', endorsed: true }),
	)
	expect(tags.map(({ slug }) => slug)).toContain('canal')
	expect(tags.map(({ slug }) => slug)).not.toContain('canary-tag')
})

test('permanent ids differ by name and by site', async () => {
	const id = (await permanentIds())('article:1')
	expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
	expect((await permanentIds())('article:1')).toBe(id)
	expect((await permanentIds())('article:2')).not.toBe(id)
	await write((tx) => tx.update(siteIdentity).set({ id: '0'.repeat(32) }))
	expect((await permanentIds())('article:1')).not.toBe(id)
})
