import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '@/db'
import { moods } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { liveStory, reader } from '@/e2e/support/stories'
import { MOODS } from '@/lib/moods'
import { NEW_READERS_MAX, PERIOD_VOTES_MIN } from '@/lib/vote-rules'
import { castMood, moodTally } from '../moods'
import { rateArticle } from '../ratings'
import { countVotes } from './counts'
import { decideBurst, listBursts } from './decisions'

withDatabase()

const HOUR_MS = 3_600_000

test('the sums of the periods are the tallies, and no period tells of few', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.record({ hours: fc.integer({ min: 0, max: 4_000 }), mood: fc.constantFrom(...MOODS) }), {
				maxLength: 60,
			}),
			fc.constantFrom('UTC', 'Africa/Lagos', 'Asia/Kathmandu'),
			async (votes, timeZone) => {
				const { articleId } = await liveStory()
				for (const { hours, mood } of votes) {
					const viewer = reader()
					await castMood(viewer, articleId, mood)
					await write(async (tx) => {
						const at = new Date(Date.now() - hours * HOUR_MS)
						await tx.update(moods).set({ castAt: at }).where(sql`${moods.readerId} = ${viewer.readerId}`)
					})
				}
				const { periods, total } = await countVotes(articleId, timeZone)
				const tally = await moodTally(articleId)
				expect(total.moodVotes).toBe(tally.total)
				for (const { mood, votes } of tally.rows) expect(total.moods[mood]).toBe(votes)
				const isShown = tally.total >= PERIOD_VOTES_MIN
				const sum = periods.reduce((votes, { moodVotes }) => votes + moodVotes, 0)
				expect(sum).toBe(isShown ? tally.total : 0)
				for (const { moodVotes } of periods) expect(moodVotes).toBeGreaterThanOrEqual(PERIOD_VOTES_MIN)
				expect(periods.map(({ from }) => from)).toEqual(periods.map(({ from }) => from).sort())
			},
		),
		{ numRuns: 10 },
	)
})

test('votes set aside are counted by state beside the others', async () => {
	const { editor, articleId } = await liveStory()
	for (const network of ['one', 'two'])
		for (let number = 0; number < NEW_READERS_MAX + 3; number += 1) {
			const viewer = reader()
			await castMood(viewer, articleId, 'happy', network + articleId)
			if (number === 0) await rateArticle(viewer, articleId, 5, network + articleId)
		}
	const [first, second] = await listBursts(editor, articleId)
	await decideBurst(editor, articleId, first?.id ?? '', { outcome: 'release', reason: 'A class.' })
	await decideBurst(editor, articleId, second?.id ?? '', { outcome: 'discard', reason: 'A script.' })
	expect((await countVotes(articleId, 'UTC')).total).toMatchObject({
		moodVotes: 2 * NEW_READERS_MAX + 3,
		...{ ratings: 2, countedLater: 3, waiting: 0, discarded: 3 },
	})
})
