import { and, eq, type Placeholder } from 'drizzle-orm'
import { excluded, prepared, readDb, write } from '@/db'
import { ratings, ratingTallies } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { STARS, type Stars } from '@/lib/moods'
import { Refusal } from '@/lib/refusal'
import { type RatingTally, tallyOfStars } from '@/lib/tally'
import { requireLive } from './articles/live'
import { responsesOf } from './articles/responses'
import type { Viewer } from './permissions'
import { ensureReader, readerIdOf } from './readers'
import { siteSettings } from './settings'
import { adjustRatingTally } from './tallies'

type Vote = { articleId: number | Placeholder; readerId: string | Placeholder }

const ofReader = ({ articleId, readerId }: Vote) =>
	and(eq(ratings.articleId, articleId), eq(ratings.readerId, readerId))

const starsOf = prepared(['articleId', 'readerId'], (on, vote) =>
	on.select({ stars: ratings.stars }).from(ratings).where(ofReader(vote)),
)

const upsertRating = prepared(['articleId', 'readerId', 'stars', 'ratedAt'], (on, vote) =>
	on
		.insert(ratings)
		.values(vote)
		.onConflictDoUpdate({
			target: [ratings.articleId, ratings.readerId],
			set: excluded({ stars: ratings.stars, ratedAt: ratings.ratedAt }),
		}),
)

const talliesOf = prepared(['articleId'], (on, { articleId }) =>
	on.select().from(ratingTallies).where(eq(ratingTallies.articleId, articleId)),
)

export async function ratingTally(articleId: number): Promise<RatingTally> {
	dependsOn(`ratings:${articleId}`)
	const found = await talliesOf(readDb(), { articleId })
	return tallyOfStars((stars) => found.find((row) => row.stars === stars)?.votes ?? 0)
}

export async function myStars(viewer: Viewer, articleId: number): Promise<Stars | null> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return null
	const [own] = await starsOf(readDb(), { articleId, readerId })
	return (own?.stars as Stars | undefined) ?? null
}

/** Sets, changes or (with null) withdraws the viewer's one rating. Idempotent. */
export async function rateArticle(viewer: Viewer, articleId: number, stars: Stars | null): Promise<void> {
	const settings = await siteSettings()
	await write(async (tx) => {
		const own = await requireLive(tx, articleId)
		if (!responsesOf(own, settings).ratings) throw new Refusal('gone', messages().refusals.ratingsOff)
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		const [before] = await starsOf(tx, { articleId, readerId })
		if ((before?.stars ?? null) === stars) return
		if (before) await adjustRatingTally(tx, articleId, before.stars, -1)
		if (stars === null) {
			await tx.delete(ratings).where(ofReader({ articleId, readerId }))
			return
		}
		await upsertRating(tx, { articleId, readerId, stars, ratedAt: new Date() })
		await adjustRatingTally(tx, articleId, stars, 1)
	})
}

/** Parses a form value; `withdraw` is null. @throws Refusal `invalid` for any other text than 1 to 5 */
export function parseStars(text: string): Stars | null {
	if (text === 'withdraw') return null
	const stars = STARS.find((known) => String(known) === text)
	if (!stars) throw new Refusal('invalid', messages().refusals.noStars, 'stars')
	return stars
}
