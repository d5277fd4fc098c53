import { and, count, eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { readDb } from '@/db'
import { moods, setAsideVotes } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { MOODS, type Mood } from '@/lib/moods'
import { KNOWN_READERS_MAX, NEW_READERS_MAX } from '@/lib/vote-rules'
import { castMood, moodTally, ownMoods } from '../moods'
import type { Viewer } from '../permissions'
import { ownRating, rateArticle, ratingTally } from '../ratings'
import { countReturned } from './return'

withDatabase()

afterEach(() => {
	vi.useRealTimers()
})

const HOUR_MS = 3_600_000
const network = () => `network ${crypto.randomUUID()}`

const later = (hours: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * HOUR_MS })

/** Fills the network's share of new readers on a story. */
async function fill(articleId: number, from: string): Promise<void> {
	for (let number = 0; number < NEW_READERS_MAX; number += 1)
		await castMood(reader(), articleId, 'happy', from)
}

const totalOf = async (articleId: number) => (await moodTally(articleId)).total

test('votes beyond the rate of a network are stored and not counted', async () => {
	const { articleId } = await liveStory()
	const from = network()
	await fill(articleId, from)
	const late = reader()
	await castMood(late, articleId, 'sad', from)
	await rateArticle(late, articleId, 2, from)
	expect(await totalOf(articleId)).toBe(NEW_READERS_MAX)
	expect(await ratingTally(articleId)).toMatchObject({ total: 0 })
	expect(await ownMoods(late, articleId)).toMatchObject({
		mine: 'sad',
		aside: expect.stringMatching(/stored, but not counted yet.* after 12 hours/),
	})
	expect(await ownRating(late, articleId)).toMatchObject({ mine: 2, aside: expect.any(String) })
	await castMood(reader(), articleId, 'sad', network())
	await castMood(await createStaff('moderator'), articleId, 'sad', from)
	expect(await totalOf(articleId)).toBe(NEW_READERS_MAX + 2)
})

test('a reader counts once in the rate, also after withdrawing', async () => {
	const { articleId } = await liveStory()
	const from = network()
	const one = reader()
	for (let turn = 0; turn < 30; turn += 1) await castMood(one, articleId, turn % 2 ? null : 'happy', from)
	for (let number = 1; number < NEW_READERS_MAX; number += 1)
		await castMood(reader(), articleId, 'happy', from)
	await castMood(one, articleId, 'angry', from)
	await rateArticle(one, articleId, 4, from)
	expect(await totalOf(articleId)).toBe(NEW_READERS_MAX)
	expect(await ratingTally(articleId)).toMatchObject({ total: 1 })
})

test('a vote set aside can be changed and withdrawn', async () => {
	const { articleId } = await liveStory()
	const from = network()
	await fill(articleId, from)
	const late = reader()
	await castMood(late, articleId, 'sad', from)
	await castMood(late, articleId, 'angry', from)
	expect(await ownMoods(late, articleId)).toMatchObject({ mine: 'angry', total: NEW_READERS_MAX })
	await castMood(late, articleId, null, from)
	expect(await ownMoods(late, articleId)).toMatchObject({ mine: null, aside: null })
})

test('a vote counts when its reader is back after twelve hours', async () => {
	const { articleId } = await liveStory()
	const from = network()
	await fill(articleId, from)
	const [patient, gone] = [reader(), reader()]
	for (const each of [patient, gone]) await castMood(each, articleId, 'sad', from)
	await rateArticle(patient, articleId, 5, from)
	later(11)
	await countReturned(patient)
	expect(await totalOf(articleId)).toBe(NEW_READERS_MAX)
	later(13)
	await countReturned(patient)
	expect(await totalOf(articleId)).toBe(NEW_READERS_MAX + 1)
	expect(await ownMoods(patient, articleId)).toMatchObject({ mine: 'sad', aside: null })
	expect(await ratingTally(articleId)).toMatchObject({ total: 1 })
	await castMood(patient, articleId, null, from)
	expect(await totalOf(articleId)).toBe(NEW_READERS_MAX)
	const rows = readDb().select().from(setAsideVotes)
	expect(await rows.where(eq(setAsideVotes.readerId, patient.readerId ?? ''))).toHaveLength(1)
})

test('known readers of a network count at once, up to a school', async () => {
	const before = await liveStory()
	const { articleId } = await liveStory()
	const from = network()
	const known = Array.from({ length: KNOWN_READERS_MAX + 1 }, () => reader())
	await Promise.all(known.map((each) => castMood(each, before.articleId, 'happy')))
	later(13)
	await Promise.all(known.map((each) => castMood(each, articleId, 'happy', from)))
	await castMood(reader(), articleId, 'happy', from)
	expect(await totalOf(articleId)).toBe(KNOWN_READERS_MAX + 1)
})

test('a script that keeps its cookies does not count without limit', async () => {
	const { articleId } = await liveStory()
	const from = network()
	const farm = Array.from({ length: NEW_READERS_MAX + KNOWN_READERS_MAX + 40 }, () => reader())
	await Promise.all(farm.map((each) => castMood(each, articleId, 'angry', from)))
	later(13)
	await Promise.all(farm.map((each) => countReturned(each)))
	expect(await totalOf(articleId)).toBe(NEW_READERS_MAX + KNOWN_READERS_MAX)
})

test('counted votes equal the tally under any order of votes and returns', async () => {
	const step = fc.record({
		voter: fc.nat(29),
		mood: fc.option(fc.constantFrom(...MOODS)),
		returns: fc.boolean(),
	})
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80 }), async (steps) => {
			vi.useRealTimers()
			const { articleId } = await liveStory()
			const from = network()
			const voters = Array.from({ length: 30 }, () => reader())
			const model = new Map<Viewer, Mood>()
			for (const { voter, mood, returns } of steps) {
				const viewer = voters[voter] as Viewer
				await castMood(viewer, articleId, mood, from)
				if (mood) model.set(viewer, mood)
				else model.delete(viewer)
				if (!returns) continue
				later(4)
				await countReturned(viewer)
			}
			const byMood = await readDb()
				.select({ mood: moods.mood, votes: count() })
				.from(moods)
				.where(eq(moods.articleId, articleId))
				.groupBy(moods.mood)
			const tally = await moodTally(articleId)
			for (const { mood, votes } of tally.rows)
				expect(votes).toBe(byMood.find((row) => row.mood === mood)?.votes ?? 0)
			const [waiting] = await readDb()
				.select({ number: count() })
				.from(setAsideVotes)
				.where(and(eq(setAsideVotes.articleId, articleId), eq(setAsideVotes.state, 'waiting')))
			expect(tally.total + (waiting?.number ?? 0)).toBe(model.size)
			for (const viewer of voters)
				expect((await ownMoods(viewer, articleId)).mine).toBe(model.get(viewer) ?? null)
		}),
		{ numRuns: 6 },
	)
})
