import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { postComment } from './comments/post'
import { listOwnComments } from './comments/thread'
import { liveStory, reader, someone } from './fixtures'
import { castMood, moodTally, myMood } from './moods'
import { rateArticle, ratingTally } from './ratings'
import { isNobodys } from './readers'

withDatabase()

test('who votes first and signs in later keeps the vote', async () => {
	const { articleId } = await liveStory()
	const browser = reader()
	await castMood(browser, articleId, 'sad')
	const signedIn = { ...(await someone('reader')), readerId: browser.readerId }
	await castMood(signedIn, articleId, 'happy')
	expect((await moodTally(articleId)).total).toBe(1)
	expect(await myMood({ ...signedIn, readerId: null }, articleId)).toBe('happy')
})

test('a second browser of the same account adds no second voice', async () => {
	const [first, second] = [await liveStory(), await liveStory()]
	const person = await someone('reader')
	await castMood({ ...person, readerId: crypto.randomUUID() }, first.articleId, 'happy')
	const browser = reader()
	await castMood(browser, first.articleId, 'sad')
	await castMood(browser, second.articleId, 'angry')
	await rateArticle(browser, first.articleId, 2)
	await postComment(browser, first.articleId, {
		body: 'Me too.',
		name: 'Me',
		email: 'me@example.org',
		parentId: null,
	})

	const signedIn = { ...person, readerId: browser.readerId }
	await rateArticle(signedIn, second.articleId, 5)
	expect(await moodTally(first.articleId)).toMatchObject({ total: 1 })
	expect(await myMood(signedIn, first.articleId)).toBe('happy')
	expect(await myMood(signedIn, second.articleId)).toBe('angry')
	expect(await ratingTally(first.articleId)).toMatchObject({ total: 1, average: 2 })
	expect((await listOwnComments(signedIn)).map((comment) => comment.body)).toEqual(['Me too.'])
})

test('what belongs to an account is nobody else’s, even with the browser’s old cookie', async () => {
	const { articleId } = await liveStory()
	const browser = reader()
	await castMood(browser, articleId, 'sad')
	expect(await isNobodys(browser.readerId ?? '')).toBe(true)
	await castMood({ ...(await someone('reader')), readerId: browser.readerId }, articleId, 'happy')
	expect(await isNobodys(browser.readerId ?? '')).toBe(false)
	await expect(castMood(browser, articleId, 'angry')).rejects.toMatchObject({ code: 'signed-out' })
	expect((await moodTally(articleId)).rows[0]?.votes).toBe(1)
})
