import { and, eq } from 'drizzle-orm'
import { read } from '@/db/connection'
import { moods, moodTallies } from '@/db/schema'
import { write } from '@/db/write'
import { dependsOn } from '@/lib/changes'
import { MOODS, type Mood } from '@/lib/moods'
import { Refusal } from '@/lib/refusal'
import { type MoodTally, tallyOfMoods } from '@/lib/tally'
import { demandLive } from './articles/live'
import type { Viewer } from './permissions'
import { actingReader, readerIdOf } from './readers'
import { countMood } from './tallies'

export async function moodTally(articleId: number): Promise<MoodTally> {
	dependsOn(`moods:${articleId}`)
	const found = await read().select().from(moodTallies).where(eq(moodTallies.articleId, articleId))
	return tallyOfMoods((mood) => found.find((row) => row.mood === mood)?.votes ?? 0)
}

export async function myMood(viewer: Viewer, articleId: number): Promise<Mood | null> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return null
	const [own] = await read()
		.select({ mood: moods.mood })
		.from(moods)
		.where(and(eq(moods.articleId, articleId), eq(moods.readerId, readerId)))
	return own?.mood ?? null
}

/** Casts, moves or (with null) withdraws the viewer's one mood; doing it twice is doing it once. */
export async function castMood(viewer: Viewer, articleId: number, mood: Mood | null): Promise<void> {
	await write(async (tx) => {
		await demandLive(tx, articleId)
		const readerId = await actingReader(tx, viewer)
		const mine = and(eq(moods.articleId, articleId), eq(moods.readerId, readerId))
		const [before] = await tx.select({ mood: moods.mood }).from(moods).where(mine)
		if ((before?.mood ?? null) === mood) return
		if (before) await countMood(tx, articleId, before.mood, -1)
		if (!mood) {
			await tx.delete(moods).where(mine)
			return
		}
		await tx
			.insert(moods)
			.values({ articleId, readerId, mood })
			.onConflictDoUpdate({ target: [moods.articleId, moods.readerId], set: { mood, castAt: new Date() } })
		await countMood(tx, articleId, mood, 1)
	})
}

/** @throws Refusal for anything but a mood or `withdraw` */
export function parseMood(text: string): Mood | null {
	if (text === 'withdraw') return null
	const mood = MOODS.find((known) => known === text)
	if (!mood) throw new Refusal('invalid', `A mood is one of ${MOODS.join(', ')}, or withdraw.`, 'mood')
	return mood
}
