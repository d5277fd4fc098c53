import { desc, eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { readDb } from '@/db'
import { articles, auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { liveStory } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { liveCards } from './cards'
import { findArticle } from './find-article'
import { listRevisions } from './history'
import { findNeighbours, listByAuthor, listLatest, listSection, listTag } from './lists'
import { changePublicationDate, publishStory, unscheduleStory, withdrawStory } from './publish'
import { saveStory } from './save'
import { findStory } from './stories'

withDatabase()
afterEach(() => void vi.useRealTimers())

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)
const SEED_DAY = new Date('2023-09-22T12:00:00Z')

type Story = Awaited<ReturnType<typeof liveStory>>

async function articleOf({ slug }: Story) {
	const found = await findArticle(slug)
	if (found.kind !== 'live') throw new Error(`${slug} is ${found.kind}.`)
	return found.article
}

async function lastEvent({ articleId }: Story) {
	const [event] = await readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `article:${articleId}`))
		.orderBy(desc(auditEvents.id))
		.limit(1)
	return event
}

test('order and neighbours follow a changed publication date', async () => {
	const tagged = { tags: ['Pier'] }
	const stories = [await liveStory(tagged, daysAgo(30)), await liveStory(tagged, daysAgo(20))]
	const [oldest, older] = stories as [Story, Story]
	const newest = await liveStory(tagged)
	const order = [newest, older, oldest].map(({ slug }) => slug)
	const pier = async () => (await listTag('pier')).cards.map(({ slug }) => slug)
	expect(await pier()).toEqual(order)
	await changePublicationDate(newest.editor, newest.articleId, daysAgo(25))
	const moved = [older, newest, oldest].map(({ slug }) => slug)
	expect(await pier()).toEqual(moved)
	const listed = async (list: Promise<{ slug: string }[]>) =>
		(await list).map(({ slug }) => slug).filter((slug) => order.includes(slug))
	expect(await listed(listLatest({ limit: 20 }))).toEqual(moved)
	expect(await listed(listSection('news').then(({ cards }) => cards))).toEqual(moved)
	const { previous, next } = await findNeighbours(newest.articleId)
	expect([previous?.slug, next?.slug]).toEqual([oldest.slug, older.slug])
	const [author] = (await articleOf(newest)).bylines
	const { cards } = await listByAuthor(author?.slug ?? '')
	expect(cards[0]?.publishedAt.getTime()).toBeLessThan(Date.now() - 24 * DAY_MS)
})

test('a first publication may carry a date long before it', async () => {
	const story = await liveStory({}, SEED_DAY)
	expect((await articleOf(story)).publishedAt).toEqual(SEED_DAY)
	const { revisions } = await listRevisions(story.editor, story.articleId)
	expect(revisions[0]?.visibility).toMatchObject({ kind: 'live' })
	expect(revisions[0]?.visibility?.from.getTime()).toBeGreaterThan(Date.now() - 60_000)
})

test('the audit log holds both values of a changed date', async () => {
	const story = await liveStory({}, daysAgo(3))
	const { publishedAt } = await articleOf(story)
	await changePublicationDate(story.editor, story.articleId, SEED_DAY)
	expect(await lastEvent(story)).toMatchObject({
		action: 'change publication date',
		personId: story.editor.person.id,
		detail: { from: { publishAt: publishedAt.toISOString() }, to: { publishAt: SEED_DAY.toISOString() } },
	})
})

test('the public periods of a story do not follow its date', async () => {
	const story = await liveStory()
	const before = await listRevisions(story.editor, story.articleId)
	await changePublicationDate(story.editor, story.articleId, SEED_DAY)
	expect(await listRevisions(story.editor, story.articleId)).toEqual(before)
})

test('“Updated” is not printed before the publication date', async () => {
	const story = await liveStory({}, daysAgo(30))
	const { fields } = await findStory(story.editor, story.articleId)
	const changed = { ...fields, headline: 'With a correction' }
	const saved = await saveStory(story.editor, story.articleId, story.revisionId, changed)
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	vi.setSystemTime(daysAgo(20))
	await publishStory(story.editor, story.articleId, { revisionId: saved.revisionId })
	vi.useRealTimers()
	expect((await articleOf(story)).updatedAt).not.toBeNull()
	await changePublicationDate(story.editor, story.articleId, daysAgo(10))
	expect((await articleOf(story)).updatedAt).toBeNull()
	await changePublicationDate(story.editor, story.articleId, daysAgo(25))
	expect((await articleOf(story)).updatedAt).not.toBeNull()
})

test('a live story cannot be dated ahead, nor twice alike', async () => {
	const story = await liveStory({}, SEED_DAY)
	const ahead = changePublicationDate(story.editor, story.articleId, new Date(Date.now() + DAY_MS))
	await expect(ahead).rejects.toMatchObject({ code: 'invalid', field: 'printedDate' })
	const same = changePublicationDate(story.editor, story.articleId, SEED_DAY)
	await expect(same).rejects.toMatchObject({ code: 'invalid', field: 'printedDate' })
	expect((await articleOf(story)).publishedAt).toEqual(SEED_DAY)
})

test('changing the date of a hidden story is refused', async () => {
	const scheduled = await liveStory({}, new Date(Date.now() + DAY_MS))
	const change = ({ editor, articleId }: Story) => changePublicationDate(editor, articleId, SEED_DAY)
	await expect(change(scheduled)).rejects.toMatchObject({ code: 'conflict' })
	await unscheduleStory(scheduled.editor, scheduled.articleId)
	await expect(change(scheduled)).rejects.toMatchObject({ code: 'conflict' })
	const withdrawn = await liveStory()
	await withdrawStory(withdrawn.editor, withdrawn.articleId, 'It was wrong.')
	await expect(change(withdrawn)).rejects.toMatchObject({ code: 'conflict' })
})

test('republishing a withdrawn story keeps its date or sets another', async () => {
	const story = await liveStory({}, SEED_DAY)
	const { editor, articleId, revisionId } = story
	const earlier = new Date('2020-02-29T00:00:00Z')
	for (const [at, expected] of [
		[undefined, SEED_DAY],
		[earlier, earlier],
	] as const) {
		await withdrawStory(editor, articleId, 'It was wrong.')
		await publishStory(editor, articleId, { revisionId, at })
		expect((await articleOf(story)).publishedAt).toEqual(expected)
	}
})

test('a story names its age in whole years', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T08:00:00Z') })
	const story = await liveStory({}, SEED_DAY)
	const page = newRequestContext('a page')
	expect(await runInContext(page, () => articleOf(story))).toMatchObject({ yearsOld: 3 })
	expect(page.validUntil).toBe(Date.UTC(2027, 8, 22, 12))
	vi.setSystemTime(page.validUntil)
	expect(await articleOf(story)).toMatchObject({ yearsOld: 4 })
	expect(await articleOf(await liveStory())).toMatchObject({ yearsOld: 0 })
})

test('a card names the age of its story, and expires with it', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T08:00:00Z') })
	const { articleId } = await liveStory({}, SEED_DAY)
	const list = newRequestContext('a list')
	const where = eq(articles.id, articleId)
	const [card] = await runInContext(list, () => liveCards({ where, limit: 1 }))
	expect([card?.yearsOld, list.validUntil]).toEqual([3, Date.UTC(2027, 8, 22, 12)])
})
