import { eq } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { ratingTallies } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { STARS, type Stars } from '@/lib/moods'
import { Refusal } from '@/lib/refusal'
import { type RatingTally, tallyOfStars } from '@/lib/tally'
import type { OwnRating } from '@/lib/viewer-state'
import type { Viewer } from './permissions'
import { castVote, findOwnVote } from './votes/cast'
import { RATING_VOTES } from './votes/kinds'

const talliesOf = prepared(['articleId'], (on, { articleId }) =>
	on.select().from(ratingTallies).where(eq(ratingTallies.articleId, articleId)),
)

export async function ratingTally(articleId: number): Promise<RatingTally> {
	dependsOn(`ratings:${articleId}`)
	const found = await talliesOf(readDb(), { articleId })
	return tallyOfStars((stars) => found.find((row) => row.stars === stars)?.votes ?? 0)
}

/** The viewer's rating, counted or set aside. */
export const myStars = async (viewer: Viewer, articleId: number): Promise<Stars | null> =>
	(await findOwnVote(RATING_VOTES, viewer, articleId)).mine

/** The tally with the viewer's own rating. */
export async function ownRating(viewer: Viewer, articleId: number): Promise<OwnRating> {
	const [tally, own] = await Promise.all([
		ratingTally(articleId),
		findOwnVote(RATING_VOTES, viewer, articleId),
	])
	return { ...tally, ...own }
}

/**
 * Sets, changes or (with null) withdraws the viewer's one rating. Idempotent.
 *
 * @param network key of the client's network, whose votes beyond a rate are set aside
 */
export const rateArticle = (
	viewer: Viewer,
	articleId: number,
	stars: Stars | null,
	network: string | null = null,
): Promise<void> => castVote(RATING_VOTES, { viewer, articleId, network }, stars)

/** Parses a form value; `withdraw` is null. @throws Refusal `invalid` for any other text than 1 to 5 */
export function parseStars(text: string): Stars | null {
	if (text === 'withdraw') return null
	const stars = STARS.find((known) => String(known) === text)
	if (!stars) throw new Refusal('invalid', messages().refusals.noStars, 'stars')
	return stars
}
