import { expect, test, vi } from 'vitest'
import { write } from '@/db'
import { auditEvents, revisions } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { parseMarkdown } from '../body/markdown'
import { frontPage } from '../front-page'
import { findArticle } from './find-article'
import { findNeighbours, listByAuthor, listLatest, listSection, listTag } from './lists'
import { publishStory, withdrawStory } from './publish'
import { saveStory, startStory } from './save'
import { changeSlug } from './slugs'
import { findStory, listStories, previewStory } from './stories'

withDatabase()

test('a draft is unknown to readers until published', async () => {
	const editor = await createStaff('editor')
	const story = await startStory(editor, await storyFields(editor, { headline: 'A quiet draft' }))
	expect(story.slug).toBe('a-quiet-draft')
	expect(await findArticle(story.slug)).toEqual({ kind: 'unknown' })
	await publishStory(editor, story.articleId, { revisionId: story.revisionId })
	expect(await findArticle(story.slug)).toMatchObject({
		kind: 'live',
		article: { headline: 'A quiet draft' },
	})
})

test('a scheduled story appears without a job', async () => {
	const due = new Date(Date.now() + 3_600_000)
	const story = await liveStory({ headline: 'Tomorrow' }, due)
	expect(await findArticle(story.slug)).toEqual({ kind: 'unknown' })
	vi.setSystemTime(due)
	expect(await findArticle(story.slug)).toMatchObject({ kind: 'live' })
	vi.useRealTimers()
})

test('a stale save writes nothing and returns the newest revision', async () => {
	const editor = await createStaff('editor')
	const start = await startStory(editor, await storyFields(editor, { headline: 'Two desks' }))
	const first = await saveStory(
		editor,
		start.articleId,
		start.revisionId,
		await storyFields(editor, { headline: 'Mine' }),
	)
	expect(first.kind).toBe('saved')
	const second = await saveStory(
		editor,
		start.articleId,
		start.revisionId,
		await storyFields(editor, { headline: 'Yours' }),
	)
	expect(second).toEqual({ kind: 'stale', headRevisionId: first.kind === 'saved' ? first.revisionId : 0 })
	expect((await findStory(editor, start.articleId)).fields.headline).toBe('Mine')
})

test('of 20 concurrent saves on one base exactly one succeeds', async () => {
	const editor = await createStaff('editor')
	const start = await startStory(editor, await storyFields(editor))
	const outcomes = await Promise.all(
		Array.from({ length: 20 }, async (_, index) =>
			saveStory(
				editor,
				start.articleId,
				start.revisionId,
				await storyFields(editor, { headline: `Try ${index}` }),
			),
		),
	)
	expect(outcomes.filter((each) => each.kind === 'saved')).toHaveLength(1)
})

test('saves of a live story stay hidden until published', async () => {
	const { editor, articleId, revisionId, slug } = await liveStory({ headline: 'As printed' })
	const saved = await saveStory(
		editor,
		articleId,
		revisionId,
		await storyFields(editor, { headline: 'As changed' }),
	)
	expect(await findArticle(slug)).toMatchObject({ article: { headline: 'As printed', updatedAt: null } })
	expect((await previewStory(editor, articleId)).headline).toBe('As changed')
	if (saved.kind !== 'saved') throw new Error('stale')
	await expect(publishStory(editor, articleId, { revisionId })).rejects.toMatchObject({ code: 'conflict' })
	await publishStory(editor, articleId, { revisionId: saved.revisionId })
	const found = await findArticle(slug)
	expect(found).toMatchObject({ article: { headline: 'As changed' } })
	expect(found.kind === 'live' && found.article.updatedAt).toBeInstanceOf(Date)
})

test('changed slugs redirect, over two changes and back', async () => {
	const { editor, articleId, slug } = await liveStory({ headline: 'Old name' })
	await changeSlug(editor, articleId, 'new-name')
	await changeSlug(editor, articleId, 'newest-name')
	expect(await findArticle(slug)).toEqual({ kind: 'moved', slug: 'newest-name' })
	expect(await findArticle('new-name')).toEqual({ kind: 'moved', slug: 'newest-name' })
	await changeSlug(editor, articleId, slug)
	expect(await findArticle(slug)).toMatchObject({ kind: 'live' })
	const other = await liveStory()
	await expect(changeSlug(other.editor, other.articleId, 'new-name')).rejects.toMatchObject({ field: 'slug' })
})

test('a scheduled story’s new slug and tags are unknown to readers', async () => {
	const { editor, articleId, slug } = await liveStory(
		{ tags: ['Secret merger'] },
		new Date(Date.now() + 60_000),
	)
	await changeSlug(editor, articleId, 'acme-buys-itself')
	expect(await findArticle(slug)).toEqual({ kind: 'unknown' })
	expect((await listTag('secret-merger')).tag).toBeNull()
})

test('a withdrawn story shows its reason and leaves the lists', async () => {
	const { editor, articleId, slug } = await liveStory({ headline: 'Not so' })
	await expect(withdrawStory(editor, articleId, ' ')).rejects.toMatchObject({ field: 'reason' })
	await withdrawStory(editor, articleId, 'The figures were wrong.')
	expect(await findArticle(slug)).toMatchObject({
		kind: 'withdrawn',
		headline: 'Not so',
		reason: 'The figures were wrong.',
	})
	expect((await listLatest({ limit: 100 })).map((card) => card.slug)).not.toContain(slug)
})

test('republishing a withdrawn story keeps its first publish date', async () => {
	const day = new Date(Date.now() - 30 * 86_400_000)
	const { editor, articleId, revisionId, slug } = await liveStory({ headline: 'Back again' }, day)
	await withdrawStory(editor, articleId, 'We checked it once more.')
	await publishStory(editor, articleId, { revisionId })
	expect(await findArticle(slug)).toMatchObject({
		kind: 'live',
		article: { publishedAt: day, updatedAt: null },
	})
})

test('a story without section, text or author is not published', async () => {
	const editor = await createStaff('editor')
	const bare = await storyFields(editor, { section: '', bylines: [], body: parseMarkdown('') })
	const story = await startStory(editor, bare)
	const refusal = publishStory(editor, story.articleId, { revisionId: story.revisionId })
	await expect(refusal).rejects.toThrow(/section.*no text.*author/s)
})

test('a contributor edits own stories only and cannot publish', async () => {
	const [contributor, other] = [await createStaff('contributor'), await createStaff('contributor')]
	const story = await startStory(contributor, await storyFields(contributor))
	await expect(
		publishStory(contributor, story.articleId, { revisionId: story.revisionId }),
	).rejects.toMatchObject({ code: 'forbidden' })
	await expect(findStory(other, story.articleId)).rejects.toMatchObject({ code: 'not-found' })
	await expect(findStory(await createStaff('reader'), story.articleId)).rejects.toMatchObject({
		code: 'forbidden',
	})
	expect(await listStories(other)).toEqual({ stories: [], past: null })
	expect((await listStories(contributor)).stories).toHaveLength(1)
})

test('the desk filters stories by each state', async () => {
	const { editor, articleId: live } = await liveStory()
	const { articleId: scheduled } = await liveStory({}, new Date(Date.now() + 60_000))
	const gone = await liveStory()
	await withdrawStory(gone.editor, gone.articleId, 'It was wrong.')
	const { articleId: draft } = await startStory(editor, await storyFields(editor))
	const made = { live, scheduled, draft, withdrawn: gone.articleId }
	for (const [state, id] of Object.entries(made)) {
		const { stories: rows } = await listStories(editor, { state })
		expect(new Set(rows.map((row) => row.state))).toEqual(new Set([state]))
		expect(rows.filter((row) => Object.values(made).includes(row.id)).map((row) => row.id)).toEqual([id])
		expect(rows[0]?.bylines).toEqual(['A editor'])
	}
	expect((await listStories(editor, { state: 'lost' })).stories).toEqual([])
})

test('neighbours and lists are in publication order', async () => {
	const hour = (hours: number) => new Date(Date.now() - 100 * 86_400_000 + hours * 3_600_000)
	const stories = []
	for (const hours of [1, 2, 3])
		stories.push(await liveStory({ headline: `Hour ${hours}`, tags: ['Hours'] }, hour(hours)))
	const [, middle] = stories
	const { previous, next } = await findNeighbours(middle?.articleId ?? 0)
	expect([previous?.headline, next?.headline]).toEqual(['Hour 1', 'Hour 3'])
	const tagged = await listTag('hours', { limit: 2 })
	expect(tagged).toMatchObject({ page: 1, pages: 2 })
	expect(tagged.cards.map((card) => card.headline)).toEqual(['Hour 3', 'Hour 2'])
	expect((await listSection('news')).cards.length).toBeGreaterThan(2)
	expect((await listByAuthor(tagged.cards[0]?.bylines[0]?.slug ?? '')).cards).toHaveLength(1)
	expect((await frontPage()).lead).not.toBeNull()
})

test('revisions and audit events are immutable', async () => {
	await liveStory()
	await expect(write(async (tx) => tx.update(revisions).set({ headline: 'x' }))).rejects.toThrow()
	await expect(write(async (tx) => tx.delete(auditEvents))).rejects.toThrow()
})
