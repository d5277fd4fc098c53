import { afterEach, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { postComment } from '../comments/post'
import { listDeskSections } from '../desk-sections'
import { castMood } from '../moods'
import { rateArticle } from '../ratings'
import { changeSettings, DEFAULT_SETTINGS, siteSettings } from '../settings'
import { changeResponses, changeSectionComments } from './change-responses'
import { findArticle } from './find-article'
import { responsesOf } from './responses'

withDatabase()
afterEach(() => void vi.useRealTimers())

const NONE = {
	sectionId: null,
	commentsPolicy: null,
	commentsFrom: null,
	commentsClosedAt: null,
	commentsClosedReason: null,
	moodsShown: null,
	ratingsShown: null,
	publishAt: new Date(0),
	appearedAt: new Date(),
}

test('a story’s own choice of responses overrides the site’s', () => {
	const off = {
		...DEFAULT_SETTINGS,
		moodsShown: false,
		ratingsShown: false,
		commentsPolicy: 'closed',
	} as const
	expect(responsesOf(NONE, null, DEFAULT_SETTINGS)).toMatchObject({
		moods: true,
		ratings: true,
		comments: 'open',
	})
	expect(responsesOf(NONE, null, off)).toMatchObject({ moods: false, ratings: false, comments: 'closed' })
	const own = { ...NONE, commentsPolicy: 'open', moodsShown: true, ratingsShown: true } as const
	expect(responsesOf(own, null, off)).toMatchObject({ moods: true, ratings: true, comments: 'open' })
	expect(responsesOf({ ...own, commentsClosedAt: new Date() }, null, off).comments).toBe('closed')
})

test('moods, stars and comments that the site has off are refused', async () => {
	const owner = await createStaff('owner')
	const { articleId, slug } = await liveStory()
	const comment = { body: 'Good', name: 'Ada', email: 'ada@example.org', parentId: null }
	await changeSettings(owner, { moodsShown: false, ratingsShown: false, commentsPolicy: 'closed' })
	expect(await findArticle(slug)).toMatchObject({
		article: { responses: { moods: false, ratings: false, comments: 'closed' } },
	})
	await expect(castMood(reader(), articleId, 'happy')).rejects.toMatchObject({ code: 'gone' })
	await expect(rateArticle(reader(), articleId, 5)).rejects.toMatchObject({ code: 'gone' })
	await expect(postComment(reader(), articleId, comment)).rejects.toMatchObject({ code: 'gone' })
})

test('a premoderated comment of a known reader is held', async () => {
	const owner = await createStaff('owner')
	const { articleId } = await liveStory()
	await changeSettings(owner, { commentsPolicy: 'premoderated', commentsHeldFirst: 0 })
	const posted = await postComment(reader(), articleId, {
		...{ body: 'Good', name: 'Ada', email: 'ada@example.org', parentId: null },
	})
	expect(posted.state).toBe('waiting')
	await changeSettings(owner, { ...DEFAULT_SETTINGS })
})

const DAY_MS = 86_400_000
const GUEST = { body: 'Good', name: 'Ada', email: 'ada@example.org', parentId: null }

test('comments close by days since first visibility', async () => {
	const owner = await createStaff('owner')
	const old = await liveStory({}, new Date('2023-09-22T12:00:00Z'))
	const own = await liveStory()
	await changeResponses(own.editor, own.articleId, { ...CHOICES, commentsPolicy: 'open' })
	await changeSettings(owner, { commentsCloseAfterDays: 14 })
	const page = newRequestContext('test')
	await runInContext(page, () => findArticle(old.slug))
	const { validUntil } = page
	expect(validUntil - Date.now()).toBeGreaterThan(13.9 * DAY_MS)
	expect(validUntil - Date.now()).toBeLessThanOrEqual(14 * DAY_MS)
	await postComment(reader(), old.articleId, GUEST)
	vi.setSystemTime(Date.now() + 14 * DAY_MS)
	expect(await findArticle(old.slug)).toMatchObject({
		article: { responses: { comments: 'closed', closed: { afterDays: 14 } } },
	})
	await expect(postComment(reader(), old.articleId, GUEST)).rejects.toThrow(
		/closed 14 days after it appeared/,
	)
	expect((await postComment(reader(), own.articleId, GUEST)).state).toBe('waiting')
	await changeSettings(owner, { ...DEFAULT_SETTINGS })
})

const CHOICES = { commentsPolicy: null, moodsShown: null, ratingsShown: null }

test('editors close and reopen the comments of a story', async () => {
	const { editor, articleId, slug } = await liveStory()
	await changeResponses(editor, articleId, { ...CHOICES, commentsPolicy: 'closed' })
	await expect(postComment(reader(), articleId, GUEST)).rejects.toMatchObject({ code: 'gone', field: 'body' })
	const found = await findArticle(slug)
	expect(found).toMatchObject({ article: { responses: { closed: { afterDays: null } } } })
	await changeResponses(editor, articleId, CHOICES)
	expect((await postComment(reader(), articleId, GUEST)).state).toBe('waiting')
})

test('moods and stars are turned off for one story', async () => {
	const { editor, articleId, slug } = await liveStory()
	await changeResponses(editor, articleId, { ...CHOICES, moodsShown: false, ratingsShown: false })
	expect(await findArticle(slug)).toMatchObject({ article: { responses: { moods: false, ratings: false } } })
	await expect(castMood(reader(), articleId, 'happy')).rejects.toMatchObject({ code: 'gone' })
	await expect(rateArticle(reader(), articleId, 5)).rejects.toMatchObject({ code: 'gone' })
	const contributor = await createStaff('contributor')
	const refused = changeResponses(contributor, articleId, CHOICES)
	await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
})

const SECTION = {
	commentsPolicy: null,
	commentsFrom: null,
	commentsCloseAfterDays: null,
	commentsClosedAt: null,
	commentsClosedReason: null,
}

test('a section’s choices come after the story’s and before the site’s', () => {
	const section = { ...SECTION, commentsPolicy: 'premoderated', commentsFrom: 'confirmed' } as const
	const site = { ...DEFAULT_SETTINGS, commentsFrom: 'accounts', commentsPolicy: 'closed' } as const
	expect(responsesOf(NONE, section, site)).toMatchObject({ comments: 'premoderated', from: 'confirmed' })
	expect(responsesOf(NONE, SECTION, site)).toMatchObject({ comments: 'closed', from: 'accounts' })
	const story = { ...NONE, commentsPolicy: 'open', commentsFrom: 'guests' } as const
	expect(responsesOf(story, section, site)).toMatchObject({ comments: 'open', from: 'guests' })
	const days = { ...SECTION, commentsCloseAfterDays: 3 }
	const { closesAt } = responsesOf({ ...NONE, appearedAt: new Date(0) }, days, DEFAULT_SETTINGS, new Date(1))
	expect(closesAt).toEqual(new Date(3 * DAY_MS))
})

test('a closure has its own reason and day', async () => {
	const owner = await createStaff('owner')
	const { editor, articleId, slug } = await liveStory()
	const choices = { ...CHOICES, commentsPolicy: 'closed', commentsClosedReason: 'All is said. ' } as const
	await changeResponses(editor, articleId, choices)
	const ofStory = await closureOf(slug)
	expect(ofStory).toMatchObject({ reason: 'All is said.', since: expect.any(Date) })
	await expect(postComment(reader(), articleId, GUEST)).rejects.toThrow(/closed: All is said\./)
	await changeResponses(editor, articleId, { ...choices, commentsClosedReason: 'A court has it now.' })
	expect(await closureOf(slug)).toEqual({ ...ofStory, reason: 'A court has it now.' })
	await changeResponses(editor, articleId, CHOICES)
	const id = (await listDeskSections(owner))[0]?.id ?? 0
	const inSection = { ...SECTION, commentsPolicy: 'closed', commentsClosedReason: 'A holiday.' } as const
	await changeSectionComments(owner, id, inSection)
	expect(await closureOf(slug)).toMatchObject({ reason: 'A holiday.', since: expect.any(Date) })
	await changeSectionComments(owner, id, SECTION)
	expect(await closureOf(slug)).toBeNull()
	await changeSettings(owner, { commentsPolicy: 'closed', commentsClosedReason: 'Elections.' })
	const ofSite = await closureOf(slug)
	expect(ofSite).toMatchObject({ reason: 'Elections.', since: expect.any(Date) })
	await changeSettings(owner, {
		commentsPolicy: 'closed',
		commentsClosedReason: 'Still elections.',
		commentsClosedAt: '',
	})
	expect(await closureOf(slug)).toEqual({ ...ofSite, reason: 'Still elections.' })
	await changeSettings(owner, { commentsPolicy: 'open' })
	expect((await siteSettings()).commentsClosedAt).toBe('')
	expect(await closureOf(slug)).toBeNull()
	const long = changeResponses(editor, articleId, { ...choices, commentsClosedReason: 'x'.repeat(201) })
	await expect(long).rejects.toMatchObject({ field: 'commentsClosedReason' })
	const refused = changeSectionComments(editor, id, SECTION)
	await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
})

async function closureOf(slug: string) {
	const found = await findArticle(slug)
	return found.kind === 'live' ? found.article.responses.closed : undefined
}
