import { count, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDb } from '@/db'
import { moods } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { liveStory, reader } from '@/e2e/support/stories'
import { MOODS, type Mood } from '@/lib/moods'
import { withdrawStory } from './articles/publish'
import { castMood, moodTally, myMood, parseMood } from './moods'

withDatabase()

const rowsOf = async (articleId: number) =>
	await readDb()
		.select({ mood: moods.mood, number: count() })
		.from(moods)
		.where(eq(moods.articleId, articleId))
		.groupBy(moods.mood)

describe('casting a mood', () => {
	let articleId: number
	beforeAll(async () => {
		articleId = (await liveStory()).articleId
	})

	test('a story without votes shows six moods at 0 %', async () => {
		const tally = await moodTally(articleId)
		expect(tally.total).toBe(0)
		expect(tally.rows.map((row) => row.mood)).toEqual([...MOODS])
		expect(tally.rows.every((row) => row.percent === 0 && row.votes === 0)).toBe(true)
	})

	test('1,000 concurrent votes are 1,000 rows and a matching tally', async () => {
		await Promise.all(
			Array.from({ length: 1000 }, (_, index) =>
				castMood(reader(), articleId, MOODS[index % MOODS.length] as Mood),
			),
		)
		const rows = await rowsOf(articleId)
		const tally = await moodTally(articleId)
		expect(rows.reduce((sum, row) => sum + row.number, 0)).toBe(1000)
		expect(tally.total).toBe(1000)
		for (const row of rows) expect(tally.rows.find((each) => each.mood === row.mood)?.votes).toBe(row.number)
	})

	test('50 concurrent votes of one reader count once', async () => {
		const { articleId: fresh } = await liveStory()
		const one = reader()
		await Promise.all(Array.from({ length: 50 }, () => castMood(one, fresh, 'happy')))
		expect((await moodTally(fresh)).total).toBe(1)
		expect(await myMood(one, fresh)).toBe('happy')
	})

	test('votes on a withdrawn or unknown story are refused', async () => {
		const story = await liveStory()
		await withdrawStory(story.editor, story.articleId, 'A source took it back.')
		await expect(castMood(reader(), story.articleId, 'sad')).rejects.toThrow('not on the site')
		await expect(castMood(reader(), 999_999, 'sad')).rejects.toThrow('not on the site')
	})

	test('a vote without the reader cookie is refused', async () => {
		await expect(castMood({ person: null, readerId: null }, articleId, 'sad')).rejects.toThrow('cookie')
	})
})

test('casts, moves and withdrawals match an in-memory model', async () => {
	const step = fc.record({
		voter: fc.nat(4),
		mood: fc.option(fc.constantFrom(...MOODS)),
		together: fc.boolean(),
	})
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			const { articleId } = await liveStory()
			const model = new Map<number, Mood>()
			const voters = Array.from({ length: 5 }, () => reader())
			let running: Promise<void>[] = []
			for (const { voter, mood, together } of steps) {
				running.push(castMood(voters[voter] ?? reader(), articleId, mood))
				if (mood) model.set(voter, mood)
				else model.delete(voter)
				if (!together) {
					await Promise.all(running)
					running = []
				}
			}
			await Promise.all(running)
			const tally = await moodTally(articleId)
			for (const { mood, votes } of tally.rows)
				expect(votes).toBe([...model.values()].filter((each) => each === mood).length)
			expect(tally.total).toBe(model.size)
		}),
		{ numRuns: 40 },
	)
})

test('parseMood accepts only the six moods and withdraw', () => {
	expect(parseMood('happy')).toBe('happy')
	expect(parseMood('withdraw')).toBeNull()
	for (const text of ['', 'HAPPY', 'joy', '1', '__proto__'])
		expect(() => parseMood(text)).toThrow('A mood is one of')
})
