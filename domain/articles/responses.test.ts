import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { postComment } from '../comments/post'
import { castMood } from '../moods'
import { rateArticle } from '../ratings'
import { changeSettings, DEFAULT_SETTINGS } from '../settings'
import { findArticle } from './find-article'
import { responsesOf } from './responses'

withDatabase()

const NONE = { commentsPolicy: null, commentsClosedAt: null, moodsShown: null, ratingsShown: null }

test('a story takes responses as the site has it, unless it has a choice of its own', () => {
	const off = {
		...DEFAULT_SETTINGS,
		moodsShown: false,
		ratingsShown: false,
		commentsPolicy: 'closed',
	} as const
	expect(responsesOf(NONE, DEFAULT_SETTINGS)).toEqual({ moods: true, ratings: true, comments: 'open' })
	expect(responsesOf(NONE, off)).toEqual({ moods: false, ratings: false, comments: 'closed' })
	const own = { ...NONE, commentsPolicy: 'open', moodsShown: true, ratingsShown: true } as const
	expect(responsesOf(own, off)).toEqual({ moods: true, ratings: true, comments: 'open' })
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
