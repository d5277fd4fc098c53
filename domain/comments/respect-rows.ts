import { and, eq, sql } from 'drizzle-orm'
import { inNumbers, prepared, type Tally, type Tx } from '@/db'
import { comments, respects, respectTallies } from '@/db/schema'
import type { Delta } from '../tallies'

export const addRespect = prepared(['commentId', 'readerId', 'castAt'], (on, row) =>
	on.insert(respects).values(row).onConflictDoNothing().returning({ commentId: respects.commentId }),
)

export const removeRespect = prepared(['commentId', 'readerId'], (on, { commentId, readerId }) =>
	on
		.delete(respects)
		.where(and(eq(respects.commentId, commentId), eq(respects.readerId, readerId)))
		.returning({ commentId: respects.commentId }),
)

export async function adjustRespectTally(
	tx: Tx,
	articleId: number,
	commentId: number,
	by: Delta,
): Promise<void> {
	tx.changedCount(`comments:${articleId}`)
	await tx.addToTally(RESPECTS, { commentId }, by)
}

const RESPECTS: Tally<{ commentId: number }> = {
	name: 'respects',
	add: prepared(['commentId', 'by', 'first'], (on, { commentId, by, first }) =>
		on
			.insert(respectTallies)
			.values({ commentId, votes: first })
			.onConflictDoUpdate({
				target: respectTallies.commentId,
				set: { votes: sql`${respectTallies.votes} + ${by}` },
			}),
	),
}

/** Removes the respect for comments that their author deletes. */
export async function removeRespects(
	tx: Tx,
	removed: readonly { id: number; articleId: number }[],
): Promise<void> {
	const given = await tx
		.delete(respects)
		.where(
			inNumbers(
				respects.commentId,
				removed.map(({ id }) => id),
			),
		)
		.returning({ id: respects.commentId })
	const votes = new Map<number, number>()
	for (const { id } of given) votes.set(id, (votes.get(id) ?? 0) + 1)
	for (const { id, articleId } of removed) {
		const number = votes.get(id)
		if (number) await adjustRespectTally(tx, articleId, id, -number)
	}
}

/**
 * Moves the respects of a browser's reader to the reader of an account, whose comments are merged already: a comment
 * has one of each reader, and none of its author.
 */
export async function mergeRespects(tx: Tx, from: string, to: string): Promise<void> {
	const moved = await tx
		.select({
			...{ id: respects.commentId, castAt: respects.castAt },
			...{ articleId: comments.articleId, author: comments.readerId },
		})
		.from(respects)
		.innerJoin(comments, eq(comments.id, respects.commentId))
		.where(eq(respects.readerId, from))
	for (const { id, castAt, articleId, author } of moved) {
		await removeRespect(tx, { commentId: id, readerId: from })
		const kept = author === to ? [] : await addRespect(tx, { commentId: id, readerId: to, castAt })
		if (kept.length === 0) await adjustRespectTally(tx, articleId, id, -1)
	}
	const forOwn = await tx
		.select({ id: respects.commentId, articleId: comments.articleId })
		.from(respects)
		.innerJoin(comments, eq(comments.id, respects.commentId))
		.where(and(eq(respects.readerId, to), eq(comments.readerId, to)))
	for (const { id, articleId } of forOwn) {
		await removeRespect(tx, { commentId: id, readerId: to })
		await adjustRespectTally(tx, articleId, id, -1)
	}
}
