import { and, eq, type Placeholder } from 'drizzle-orm'
import { excluded, prepared, readDb, write } from '@/db'
import { moods, moodTallies } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { MOODS, type Mood } from '@/lib/moods'
import { Refusal } from '@/lib/refusal'
import { type MoodTally, tallyOfMoods } from '@/lib/tally'
import { requireLive } from './articles/live'
import { responsesOf } from './articles/responses'
import type { Viewer } from './permissions'
import { ensureReader, readerIdOf } from './readers'
import { siteSettings } from './settings'
import { adjustMoodTally } from './tallies'

type Vote = { articleId: number | Placeholder; readerId: string | Placeholder }

const ofReader = ({ articleId, readerId }: Vote) =>
	and(eq(moods.articleId, articleId), eq(moods.readerId, readerId))

const moodOf = prepared(['articleId', 'readerId'], (on, vote) =>
	on.select({ mood: moods.mood }).from(moods).where(ofReader(vote)),
)

const upsertMood = prepared(['articleId', 'readerId', 'mood', 'castAt'], (on, vote) =>
	on
		.insert(moods)
		.values(vote)
		.onConflictDoUpdate({
			target: [moods.articleId, moods.readerId],
			set: excluded({ mood: moods.mood, castAt: moods.castAt }),
		}),
)

const talliesOf = prepared(['articleId'], (on, { articleId }) =>
	on.select().from(moodTallies).where(eq(moodTallies.articleId, articleId)),
)

export async function moodTally(articleId: number): Promise<MoodTally> {
	dependsOn(`moods:${articleId}`)
	const found = await talliesOf(readDb(), { articleId })
	return tallyOfMoods((mood) => found.find((row) => row.mood === mood)?.votes ?? 0)
}

export async function myMood(viewer: Viewer, articleId: number): Promise<Mood | null> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return null
	const [own] = await moodOf(readDb(), { articleId, readerId })
	return own?.mood ?? null
}

/** Casts, moves or (with null) withdraws the viewer's one mood. Idempotent. */
export async function castMood(viewer: Viewer, articleId: number, mood: Mood | null): Promise<void> {
	const settings = await siteSettings()
	await write(async (tx) => {
		const own = await requireLive(tx, articleId)
		if (!responsesOf(own, settings).moods) throw new Refusal('gone', messages().refusals.moodsOff)
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		const [before] = await moodOf(tx, { articleId, readerId })
		if ((before?.mood ?? null) === mood) return
		if (before) await adjustMoodTally(tx, articleId, before.mood, -1)
		if (!mood) {
			await tx.delete(moods).where(ofReader({ articleId, readerId }))
			return
		}
		await upsertMood(tx, { articleId, readerId, mood, castAt: new Date() })
		await adjustMoodTally(tx, articleId, mood, 1)
	})
}

/** Parses a form value; `withdraw` is null. @throws Refusal `invalid` for any other text */
export function parseMood(text: string): Mood | null {
	if (text === 'withdraw') return null
	const mood = MOODS.find((known) => known === text)
	if (!mood) throw new Refusal('invalid', messages().refusals.unknownMood, 'mood')
	return mood
}
