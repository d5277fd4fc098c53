import { and, count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { auditEvents, moods, ratings, setAsideVotes } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { MOODS } from '@/lib/moods'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { castMood, moodTally, ownMoods } from '../moods'
import { ownRating, rateArticle, ratingTally } from '../ratings'
import { decideBurst, listBursts, listVoteDecisions, undoVoteDecision } from './decisions'

withDatabase()

const SCHOOL = { outcome: 'release', reason: 'A school class.' } as const
const SCRIPT = { outcome: 'discard', reason: 'A script.' } as const

/** A story with a burst of three moods and a rating set aside. */
async function burstOfThree() {
	const { editor, articleId } = await liveStory()
	const network = crypto.randomUUID()
	for (let number = 0; number < NEW_READERS_MAX; number += 1)
		await castMood(reader(), articleId, 'happy', network)
	const late = [reader(), reader(), reader()] as const
	for (const each of late) await castMood(each, articleId, 'sad', network)
	await rateArticle(late[0], articleId, 4, network)
	const [burst] = await listBursts(editor, articleId)
	return { editor, articleId, late, burst: burst?.id ?? '' }
}

test('a release counts the waiting votes, and its undo takes them back', async () => {
	const { editor, articleId, late, burst } = await burstOfThree()
	await decideBurst(editor, articleId, burst, SCHOOL)
	expect((await moodTally(articleId)).total).toBe(NEW_READERS_MAX + 3)
	expect(await ratingTally(articleId)).toMatchObject({ total: 1, average: 4 })
	expect(await ownMoods(late[0], articleId)).toMatchObject({ mine: 'sad', aside: null })
	await castMood(late[0], articleId, 'angry')
	await castMood(late[1], articleId, null)
	const [decision] = await listVoteDecisions(articleId)
	expect(decision).toMatchObject({ ...SCHOOL, votes: 4, undoneAt: null })
	await undoVoteDecision(editor, articleId, decision?.id ?? 0)
	expect((await moodTally(articleId)).total).toBe(NEW_READERS_MAX)
	expect(await ratingTally(articleId)).toMatchObject({ total: 0 })
	expect(await ownMoods(late[0], articleId)).toMatchObject({ mine: 'angry', aside: expect.any(String) })
	expect(await ownMoods(late[1], articleId)).toMatchObject({ mine: null })
	expect(await ownRating(late[0], articleId)).toMatchObject({ mine: 4, aside: expect.any(String) })
	await expect(undoVoteDecision(editor, articleId, decision?.id ?? 0)).rejects.toThrow('undone already')
	const actions = readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `article:${articleId}`))
	expect((await actions).map(({ action }) => action)).toEqual(
		expect.arrayContaining(['release votes', 'undo vote decision']),
	)
})

test('discarded votes do not count, and their readers cannot vote anew', async () => {
	const { editor, articleId, late, burst } = await burstOfThree()
	await decideBurst(editor, articleId, burst, SCRIPT)
	await castMood(late[0], articleId, null, 'another network')
	await castMood(late[0], articleId, 'happy', 'another network')
	expect((await moodTally(articleId)).total).toBe(NEW_READERS_MAX)
	expect(await ownMoods(late[0], articleId)).toMatchObject({
		mine: 'happy',
		aside: expect.stringContaining('an editor set it aside'),
	})
	await expect(decideBurst(editor, articleId, burst, SCHOOL)).rejects.toThrow('None of these votes wait')
	const [decision] = await listVoteDecisions(articleId)
	await undoVoteDecision(editor, articleId, decision?.id ?? 0)
	await decideBurst(editor, articleId, burst, SCHOOL)
	expect((await moodTally(articleId)).total).toBe(NEW_READERS_MAX + 3)
})

test('only editors decide, with a reason', async () => {
	const { editor, articleId, burst } = await burstOfThree()
	for (const role of ['reader', 'contributor', 'moderator'] as const) {
		const other = await createStaff(role)
		await expect(decideBurst(other, articleId, burst, SCHOOL)).rejects.toMatchObject({ code: 'forbidden' })
		await expect(listBursts(other, articleId)).rejects.toMatchObject({ code: 'forbidden' })
	}
	await expect(decideBurst(editor, articleId, burst, { ...SCHOOL, reason: ' ' })).rejects.toMatchObject({
		field: 'reason',
	})
})

test('tallies equal the counted rows under any sequence of votes and decisions', async () => {
	const step = fc.oneof(
		fc.record({ kind: fc.constant('mood'), voter: fc.nat(25), choice: fc.option(fc.constantFrom(...MOODS)) }),
		fc.record({
			kind: fc.constant('rating'),
			voter: fc.nat(25),
			choice: fc.option(fc.constantFrom(1, 3, 5)),
		}),
		fc.record({ kind: fc.constantFrom('release', 'discard', 'undo'), voter: fc.nat(3) }),
	)
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 90 }), async (steps) => {
			const { editor, articleId } = await liveStory()
			const network = crypto.randomUUID()
			for (let number = 0; number < NEW_READERS_MAX - 2; number += 1)
				await castMood(reader(), articleId, 'happy', network)
			const voters = Array.from({ length: 26 }, () => reader())
			for (const each of steps) {
				const viewer = voters[each.voter] ?? reader()
				if (each.kind === 'mood') await castMood(viewer, articleId, each.choice as null, network)
				else if (each.kind === 'rating') await rateArticle(viewer, articleId, each.choice as null, network)
				else if (each.kind === 'undo') {
					const standing = (await listVoteDecisions(articleId)).filter(({ undoneAt }) => undoneAt === null)
					const id = standing[each.voter % Math.max(1, standing.length)]?.id
					if (id) await undoVoteDecision(editor, articleId, id)
				} else {
					const open = (await listBursts(editor, articleId)).find(({ waiting }) => waiting > 0)
					const outcome = each.kind as 'release'
					if (open) await decideBurst(editor, articleId, open.id, { outcome, reason: 'So.' })
				}
			}
			const [votes] = await readDb()
				.select({ number: count() })
				.from(moods)
				.where(eq(moods.articleId, articleId))
			const [stars] = await readDb()
				.select({ number: count() })
				.from(ratings)
				.where(eq(ratings.articleId, articleId))
			expect((await moodTally(articleId)).total).toBe(votes?.number)
			expect((await ratingTally(articleId)).total).toBe(stars?.number)
			// A counted vote that was set aside has its row, and one that waits has none.
			for (const row of await readDb()
				.select()
				.from(setAsideVotes)
				.where(and(eq(setAsideVotes.articleId, articleId), eq(setAsideVotes.kind, 'mood')))) {
				const [counted] = await readDb()
					.select()
					.from(moods)
					.where(and(eq(moods.articleId, articleId), eq(moods.readerId, row.readerId)))
				expect(counted !== undefined).toBe(row.state === 'counted')
			}
		}),
		{ numRuns: 6 },
	)
})
