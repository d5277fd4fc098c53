import { afterEach, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { postComment } from '../comments/post'
import { castMood } from '../moods'
import { rateArticle } from '../ratings'
import { changeSettings, DEFAULT_SETTINGS } from '../settings'
import { findArticle } from './find-article'
import { changeResponses, responsesOf } from './responses'

withDatabase()
afterEach(() => void vi.useRealTimers())

const NONE = {
	commentsPolicy: null,
	commentsClosedAt: null,
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
	expect(responsesOf(NONE, DEFAULT_SETTINGS)).toMatchObject({ moods: true, ratings: true, comments: 'open' })
	expect(responsesOf(NONE, off)).toMatchObject({ moods: false, ratings: false, comments: 'closed' })
	const own = { ...NONE, commentsPolicy: 'open', moodsShown: true, ratingsShown: true } as const
	expect(responsesOf(own, off)).toMatchObject({ moods: true, ratings: true, comments: 'open' })
	expect(responsesOf({ ...own, commentsClosedAt: new Date() }, off).comments).toBe('closed')
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
