import { and, eq } from 'drizzle-orm'
import { read } from '@/db/connection'
import { ratings, ratingTallies } from '@/db/schema'
import { write } from '@/db/write'
import { dependsOn } from '@/lib/changes'
import { STARS, type Stars } from '@/lib/moods'
import { Refusal } from '@/lib/refusal'
import { type RatingTally, tallyOfStars } from '@/lib/tally'
import { demandLive } from './articles/live'
import type { Viewer } from './permissions'
import { actingReader, readerIdOf } from './readers'
import { countStars } from './tallies'

export async function ratingTally(articleId: number): Promise<RatingTally> {
	dependsOn(`ratings:${articleId}`)
	const found = await read().select().from(ratingTallies).where(eq(ratingTallies.articleId, articleId))
	return tallyOfStars((stars) => found.find((row) => row.stars === stars)?.votes ?? 0)
}

export async function myStars(viewer: Viewer, articleId: number): Promise<Stars | null> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return null
	const [own] = await read()
		.select({ stars: ratings.stars })
		.from(ratings)
		.where(and(eq(ratings.articleId, articleId), eq(ratings.readerId, readerId)))
	return (own?.stars as Stars | undefined) ?? null
}

/** Gives, changes or (with null) withdraws the viewer's one rating; doing it twice is doing it once. */
export async function rateArticle(viewer: Viewer, articleId: number, stars: Stars | null): Promise<void> {
	await write(async (tx) => {
		await demandLive(tx, articleId)
		const readerId = await actingReader(tx, viewer)
		const mine = and(eq(ratings.articleId, articleId), eq(ratings.readerId, readerId))
		const [before] = await tx.select({ stars: ratings.stars }).from(ratings).where(mine)
		if ((before?.stars ?? null) === stars) return
		if (before) await countStars(tx, articleId, before.stars, -1)
		if (stars === null) {
			await tx.delete(ratings).where(mine)
			return
		}
		await tx
			.insert(ratings)
			.values({ articleId, readerId, stars })
			.onConflictDoUpdate({
				target: [ratings.articleId, ratings.readerId],
				set: { stars, ratedAt: new Date() },
			})
		await countStars(tx, articleId, stars, 1)
	})
}

/** @throws Refusal for anything but 1 to 5 or `withdraw` */
export function parseStars(text: string): Stars | null {
	if (text === 'withdraw') return null
	const stars = STARS.find((known) => String(known) === text)
	if (!stars) throw new Refusal('invalid', 'Please choose 1 to 5 stars first.', 'stars')
	return stars
}
