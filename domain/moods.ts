import { eq } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { moodTallies } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { MOODS, type Mood } from '@/lib/moods'
import { Refusal } from '@/lib/refusal'
import { type MoodTally, tallyOfMoods } from '@/lib/tally'
import type { OwnMoods } from '@/lib/viewer-state'
import type { Viewer } from './permissions'
import { castVote, findOwnVote } from './votes/cast'
import { MOOD_VOTES } from './votes/kinds'

const talliesOf = prepared(['articleId'], (on, { articleId }) =>
	on.select().from(moodTallies).where(eq(moodTallies.articleId, articleId)),
)

export async function moodTally(articleId: number): Promise<MoodTally> {
	dependsOn(`moods:${articleId}`)
	const found = await talliesOf(readDb(), { articleId })
	return tallyOfMoods((mood) => found.find((row) => row.mood === mood)?.votes ?? 0)
}

/** The viewer's mood, counted or set aside. */
export const myMood = async (viewer: Viewer, articleId: number): Promise<Mood | null> =>
	(await findOwnVote(MOOD_VOTES, viewer, articleId)).mine

/** The tally with the viewer's own mood. */
export async function ownMoods(viewer: Viewer, articleId: number): Promise<OwnMoods> {
	const [tally, own] = await Promise.all([moodTally(articleId), findOwnVote(MOOD_VOTES, viewer, articleId)])
	return { ...tally, ...own }
}

/**
 * Casts, moves or (with null) withdraws the viewer's one mood. Idempotent.
 *
 * @param network key of the client's network, whose votes beyond a rate are set aside
 */
export const castMood = (
	viewer: Viewer,
	articleId: number,
	mood: Mood | null,
	network: string | null = null,
): Promise<void> => castVote(MOOD_VOTES, { viewer, articleId, network }, mood)

/** Parses a form value; `withdraw` is null. @throws Refusal `invalid` for any other text */
export function parseMood(text: string): Mood | null {
	if (text === 'withdraw') return null
	const mood = MOODS.find((known) => known === text)
	if (!mood) throw new Refusal('invalid', messages().refusals.unknownMood, 'mood')
	return mood
}
