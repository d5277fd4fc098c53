import { and, count, eq, gte, lt, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { moods } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { liveStory, reader } from '@/e2e/support/stories'
import { invalidate } from '@/lib/invalidation'
import { MOODS } from '@/lib/moods'
import { EDITION_VOTES_MIN, NEW_READERS_MAX } from '@/lib/vote-rules'
import { addDays, mondayOf } from '@/lib/weeks'
import { withdrawStory } from '../articles/publish'
import { castMood } from '../moods'
import { editionWeeks, isEditionWeek, moodEdition } from './edition'
import type { MoodCounts } from './week-counts'

withDatabase()

const PRESENT = mondayOf(new Date().toISOString().slice(0, 10))
/** The counts of a week are kept for five minutes. */
const countAgain = () => invalidate({ immediate: ['front-page'], deferred: [] })

async function voteAt(articleId: number, mood: (typeof MOODS)[number], at: Date): Promise<void> {
	const viewer = reader()
	await castMood(viewer, articleId, mood)
	await write(async (tx) => {
		await tx
			.update(moods)
			.set({ castAt: at })
			.where(eq(moods.readerId, viewer.readerId ?? ''))
	})
}

const sumOf = (counts: MoodCounts[], name: 'votes' | 'waiting' | 'discarded'): number =>
	counts.reduce((sum, each) => sum + each[name], 0)

test('the totals of a week equal a recount, by section and story', async () => {
	const stories = [await liveStory(), await liveStory(), await liveStory({ headline: 'Gone' })]
	const withdrawn = stories[2]
	if (withdrawn) await voteAt(withdrawn.articleId, 'sad', new Date())
	if (withdrawn) await withdrawStory(withdrawn.editor, withdrawn.articleId, 'It was wrong.')
	const vote = fc.record({
		story: fc.nat(1),
		mood: fc.constantFrom(...MOODS),
		hours: fc.integer({ min: 0, max: 24 * 30 }),
	})
	await fc.assert(
		fc.asyncProperty(fc.array(vote, { maxLength: 40 }), async (votes) => {
			for (const { story, mood, hours } of votes)
				await voteAt(stories[story]?.articleId ?? 0, mood, new Date(Date.now() - hours * 3_600_000))
			countAgain()
			for (const week of await editionWeeks()) {
				const { total, sections } = await moodEdition(week)
				const [from, until] = [new Date(`${week}T00:00Z`), new Date(`${addDays(week, 7)}T00:00Z`)]
				const [recount] = await readDb()
					.select({ votes: count(), happy: sql<number>`count(*) filter (where ${moods.mood} = 'happy')` })
					.from(moods)
					.where(and(gte(moods.castAt, from), lt(moods.castAt, until)))
				expect(total.votes).toBe(recount?.votes)
				expect(total.moods.happy).toBe(recount?.happy)
				expect(sumOf(sections, 'votes')).toBe(total.votes)
				for (const { stories, others, votes } of sections) {
					expect(sumOf([...stories, others], 'votes')).toBe(votes)
					for (const story of stories) expect(story.votes).toBeGreaterThanOrEqual(EDITION_VOTES_MIN)
				}
				expect(sections.flatMap(({ stories }) => stories.map(({ headline }) => headline))).not.toContain(
					'Gone',
				)
			}
		}),
		{ numRuns: 6 },
	)
})

test('votes set aside are beside the moods of a week', async () => {
	const { articleId } = await liveStory({ headline: 'The school votes' })
	for (let number = 0; number < NEW_READERS_MAX + 4; number += 1)
		await castMood(reader(), articleId, 'angry', 'a school')
	countAgain()
	const { sections } = await moodEdition(PRESENT)
	const story = sections.flatMap(({ stories }) => stories).find(({ id }) => id === articleId)
	expect(story).toMatchObject({ votes: NEW_READERS_MAX, waiting: 4, discarded: 0 })
})

test('weeks run from the first vote to the present', async () => {
	expect((await editionWeeks())[0]).toBe(PRESENT)
	expect(await isEditionWeek(PRESENT)).toBe(true)
	for (const text of [addDays(PRESENT, 7), addDays(PRESENT, 1), '1999-01-04', 'x'])
		expect(await isEditionWeek(text)).toBe(false)
})
