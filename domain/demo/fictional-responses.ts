import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { comments, moods, ratings } from '@/db/schema'
import { adjustCommentTally, adjustMoodTally, adjustRatingTally } from '../tallies'
import { isOfDemo } from './rows'

/**
 * Removes the votes and comments of the demo edition from a story that stays, and from its tallies. A comment with a
 * real reader's or editor's answer stays as its context.
 */
export async function removeFictionalResponses(tx: Tx, articleId: number): Promise<void> {
	tx.changed(`article:${articleId}`, `comments:${articleId}`, `moods:${articleId}`, `ratings:${articleId}`)
	tx.changed('lists', 'comments')
	const felt = await tx
		.delete(moods)
		.where(and(eq(moods.articleId, articleId), isOfDemo('reader', moods.readerId)))
		.returning({ mood: moods.mood })
	for (const { mood } of felt) await adjustMoodTally(tx, articleId, mood, -1)
	const rated = await tx
		.delete(ratings)
		.where(and(eq(ratings.articleId, articleId), isOfDemo('reader', ratings.readerId)))
		.returning({ stars: ratings.stars })
	for (const { stars } of rated) await adjustRatingTally(tx, articleId, stars, -1)
	const removed = await tx
		.delete(comments)
		.where(inArray(comments.id, await unansweredComments(tx, articleId)))
		.returning({ state: comments.state })
	const approved = removed.filter(({ state }) => state === 'approved').length
	if (approved > 0) await adjustCommentTally(tx, articleId, -approved)
}

async function unansweredComments(tx: Tx, articleId: number): Promise<number[]> {
	const rows = await tx
		.select({ id: comments.id, parentId: comments.parentId, demo: isOfDemo('comment', comments.id) })
		.from(comments)
		.where(eq(comments.articleId, articleId))
	const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
	const kept = new Set<number>()
	for (const row of rows.filter(({ demo }) => !demo))
		for (let id: number | null = row.id; id !== null && !kept.has(id); id = parents.get(id) ?? null)
			kept.add(id)
	return rows.map(({ id }) => id).filter((id) => !kept.has(id))
}
