import { and, count, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { comments, commentTallies, moods, moodTallies, ratings, ratingTallies } from '@/db/schema'
import { isOfDemo } from './rows'

/**
 * Removes the votes and comments of the demo edition from a story that stays, and counts its tallies again. A
 * comment with a real reader's or editor's answer stays as its context.
 */
export async function removeFictionalResponses(tx: Tx, articleId: number): Promise<void> {
	tx.changed(`article:${articleId}`, `comments:${articleId}`, `moods:${articleId}`, `ratings:${articleId}`)
	tx.changed('lists', 'comments')
	for (const table of [moods, ratings])
		await tx.delete(table).where(and(eq(table.articleId, articleId), isOfDemo('reader', table.readerId)))
	const unanswered = await unansweredComments(tx, articleId)
	await tx.delete(comments).where(inArray(comments.id, unanswered))
	await recount(tx, articleId)
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

async function recount(tx: Tx, articleId: number): Promise<void> {
	const byMood = await tx
		.select({ mood: moods.mood, votes: count() })
		.from(moods)
		.where(eq(moods.articleId, articleId))
		.groupBy(moods.mood)
	const byStars = await tx
		.select({ stars: ratings.stars, votes: count() })
		.from(ratings)
		.where(eq(ratings.articleId, articleId))
		.groupBy(ratings.stars)
	const [approved] = await tx
		.select({ number: count() })
		.from(comments)
		.where(and(eq(comments.articleId, articleId), eq(comments.state, 'approved')))
	await tx.delete(moodTallies).where(eq(moodTallies.articleId, articleId))
	await tx.delete(ratingTallies).where(eq(ratingTallies.articleId, articleId))
	if (byMood.length > 0) await tx.insert(moodTallies).values(byMood.map((row) => ({ articleId, ...row })))
	if (byStars.length > 0) await tx.insert(ratingTallies).values(byStars.map((row) => ({ articleId, ...row })))
	await tx
		.update(commentTallies)
		.set({ approved: approved?.number ?? 0 })
		.where(eq(commentTallies.articleId, articleId))
}
