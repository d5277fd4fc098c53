import { expect, test } from 'vitest'
import { write } from '@/db'
import { ratingTallies } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { liveStory, reader } from '@/e2e/support/stories'
import { myStars, parseStars, rateArticle, ratingTally } from './ratings'

withDatabase()

test('the average follows first ratings, changes and withdrawals', async () => {
	const { articleId } = await liveStory()
	expect(await ratingTally(articleId)).toMatchObject({ total: 0, average: null })
	const [ada, ben] = [reader(), reader()]
	await rateArticle(ada, articleId, 4)
	await rateArticle(ben, articleId, 5)
	expect(await ratingTally(articleId)).toMatchObject({ total: 2, average: 4.5 })
	await rateArticle(ben, articleId, 1)
	expect((await ratingTally(articleId)).rows.map((row) => row.percent)).toEqual([0, 50, 0, 0, 50])
	await rateArticle(ben, articleId, null)
	expect(await ratingTally(articleId)).toMatchObject({ total: 1, average: 4 })
	expect(await myStars(ben, articleId)).toBeNull()
})

test('300 concurrent ratings are 300 rows', async () => {
	const { articleId } = await liveStory()
	await Promise.all(Array.from({ length: 300 }, () => rateArticle(reader(), articleId, 3)))
	expect(await ratingTally(articleId)).toMatchObject({ total: 300, average: 3 })
})

test('parser and database reject ratings other than 1 to 5', async () => {
	for (const text of ['0', '6', '3.5', 'NaN', '1e309', '-1', ''])
		expect(() => parseStars(text)).toThrow('1 to 5')
	const { articleId } = await liveStory()
	await expect(rateArticle(reader(), articleId, 6 as 5)).rejects.toThrow()
	await expect(
		write(async (tx) => tx.insert(ratingTallies).values({ articleId, stars: 9, votes: 1 })),
	).rejects.toThrow()
	expect((await ratingTally(articleId)).total).toBe(0)
})
