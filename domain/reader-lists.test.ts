import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { comments, moods, moodTallies, ratingTallies, readers } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { liveStory } from '@/e2e/support/stories'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import type { Mood } from '@/lib/moods'
import { bayesianMean, wilsonLowerBound } from '@/lib/reader-lists'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { changeResponses } from './articles/change-responses'
import { withdrawStory } from './articles/publish'
import { listByReaders } from './reader-lists'

withDatabase()

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
let number = 0

async function vote(articleId: number, votes: Partial<Record<Mood, number>>, age = HOUR_MS): Promise<void> {
	await write(async (tx) => {
		for (const [mood, times] of Object.entries(votes) as [Mood, number][]) {
			for (let each = 0; each < times; each += 1) {
				number += 1
				const readerId = `reader ${number}`
				await tx.insert(readers).values({ id: readerId })
				await tx.insert(moods).values({ articleId, readerId, mood, castAt: new Date(Date.now() - age) })
			}
			await tx.insert(moodTallies).values({ articleId, mood, votes: times }).onConflictDoNothing()
		}
	})
}

/** Test files share a process, which keeps the counts of the one before. */
const countAgain = () => invalidate({ immediate: ['front-page'], deferred: [] })

const comment = (articleId: number, times: number) =>
	write(async (tx) => {
		for (let each = 0; each < times; each += 1)
			await tx
				.insert(comments)
				.values({ articleId, authorName: 'Ada', body: 'Yes.', state: each === 0 ? 'waiting' : 'approved' })
	})

const rate = (articleId: number, stars: number, votes: number) =>
	write(async (tx) => tx.insert(ratingTallies).values({ articleId, stars, votes }))

let few: number
let many: number
let old: number

beforeAll(async () => {
	few = (await liveStory({ headline: 'Few' })).articleId
	many = (await liveStory({ headline: 'Many' })).articleId
	old = (await liveStory({ headline: 'Old' }, new Date(Date.now() - 40 * DAY_MS))).articleId
	await vote(few, { angry: 19, happy: 1 })
	await vote(many, { angry: 180, happy: 20 })
	await vote(old, { angry: 19 })
	await vote((await liveStory({ headline: 'Calm' })).articleId, { happy: 200, angry: 20 })
	await vote(old, { happy: 30 }, 8 * DAY_MS)
	await comment(few, 3)
	await comment(many, 4)
	await rate(few, 5, 5)
	await rate(many, 5, 70)
	await rate(many, 4, 20)
	await rate(old, 5, 90)
	countAgain()
})

const listed = async (list: Parameters<typeof listByReaders>[0]) => (await listByReaders(list)).stories

test('a mood list ranks by the certain share of enough votes of a week', async () => {
	// 95 % of 20 votes may be chance; 90 % of 200 are certain.
	expect((await listed('angry')).map(({ headline, count }) => [headline, count])).toEqual([
		['Many', { kind: 'mood', percent: 90, votes: 200 }],
		['Few', { kind: 'mood', percent: 95, votes: 20 }],
	])
	expect((await listed('sad')).length).toBe(0)
})

test('the most discussed have enough approved comments', async () => {
	expect((await listed('discussed')).map(({ headline, count }) => [headline, count])).toEqual([
		['Many', { kind: 'comments', comments: 3 }],
	])
})

test('the best rated are ranked by the Bayesian mean and show their own', async () => {
	expect((await listed('rated')).map(({ headline, count }) => [headline, count])).toEqual([
		['Few', { kind: 'stars', average: 5, ratings: 5 }],
		['Many', { kind: 'stars', average: 4.8, ratings: 90 }],
	])
	expect(bayesianMean(25, 5, 4)).toBeLessThan(bayesianMean(440, 90, 4))
})

test('stories without moods and withdrawn stories leave the lists', async () => {
	const other = await liveStory({ headline: 'Third' })
	await vote(other.articleId, { surprise: 30 })
	const own = { commentsPolicy: null, ratingsShown: null }
	countAgain()
	expect(await listed('surprise')).toHaveLength(1)
	await changeResponses(other.editor, other.articleId, { ...own, moodsShown: false })
	expect(await listed('surprise')).toEqual([])
	await changeResponses(other.editor, other.articleId, { ...own, moodsShown: true })
	await withdrawStory(other.editor, other.articleId, 'It was wrong.')
	expect(await listed('surprise')).toEqual([])
})

test('a list expires with its counts, and no vote invalidates it', async () => {
	const context = newRequestContext('test')
	const { countedAt, minutes } = await runInContext(context, () => listByReaders('angry'))
	expect(context.validUntil).toBeLessThanOrEqual(Date.now() + minutes * 60_000)
	expect(countedAt.getTime()).toBeLessThanOrEqual(Date.now())
	expect([...context.dependencies].filter((tag) => /^(moods|ratings|comments):/.test(tag))).toEqual([])
})

test('a write by another process renews the counts', async () => {
	const { articleId } = await liveStory({ headline: 'Written elsewhere' })
	expect(await listed('excited')).toEqual([])
	await vote(articleId, { excited: 30 })
	expect(await listed('excited')).toEqual([])
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	expect(await listed('excited')).toHaveLength(1)
})

test('the Wilson bound is that of the textbook', () => {
	expect(wilsonLowerBound(9, 10)).toBeCloseTo(0.596, 3)
	expect(wilsonLowerBound(0, 0)).toBe(0)
	expect(wilsonLowerBound(1, 1)).toBeLessThan(wilsonLowerBound(90, 100))
})
