import { and, eq, sql } from 'drizzle-orm'
import { prepared, readDb, type Tx, write } from '@/db'
import { comments, respects, respectTallies } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { requireLive } from '../articles/live'
import type { Viewer } from '../permissions'
import { ensureReader, readerIdOf } from '../readers'
import type { Delta } from '../tallies'

type Own = { respects: number; mine: boolean }

/**
 * Gives the viewer's respect for a comment, or takes it back. Idempotent.
 *
 * @throws Refusal `not-found` if the comment is not public on the story, `invalid` for the viewer's own
 */
export async function setRespect(
	viewer: Viewer,
	articleId: number,
	commentId: number,
	given: boolean,
): Promise<void> {
	await write(async (tx) => {
		await requireLive(tx, articleId)
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		const [comment] = await approvedOn(tx, { commentId, articleId })
		if (!comment) throw new Refusal('not-found', messages().refusals.commentGone)
		if (comment.readerId === readerId) throw new Refusal('invalid', messages().refusals.ownRespect)
		const changed = given
			? await addRespect(tx, { commentId, readerId, castAt: new Date() })
			: await removeRespect(tx, { commentId, readerId })
		if (changed.length > 0) await adjustRespectTally(tx, articleId, commentId, given ? 1 : -1)
	})
}

const approvedOn = prepared(['commentId', 'articleId'], (on, { commentId, articleId }) =>
	on
		.select({ readerId: comments.readerId })
		.from(comments)
		.where(
			and(eq(comments.id, commentId), eq(comments.articleId, articleId), eq(comments.state, 'approved')),
		),
)

const addRespect = prepared(['commentId', 'readerId', 'castAt'], (on, row) =>
	on.insert(respects).values(row).onConflictDoNothing().returning({ commentId: respects.commentId }),
)

const removeRespect = prepared(['commentId', 'readerId'], (on, { commentId, readerId }) =>
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
	await addToTally(tx, { commentId, by, first: Math.max(by, 0) })
}

const addToTally = prepared(['commentId', 'by', 'first'], (on, { commentId, by, first }) =>
	on
		.insert(respectTallies)
		.values({ commentId, votes: first })
		.onConflictDoUpdate({
			target: respectTallies.commentId,
			set: { votes: sql`${respectTallies.votes} + ${by}` },
		}),
)

/** Removes the respect for a comment that its author deletes. */
export async function removeRespects(tx: Tx, commentId: number): Promise<void> {
	await tx.delete(respects).where(eq(respects.commentId, commentId))
	await tx.delete(respectTallies).where(eq(respectTallies.commentId, commentId))
}

/** The respect for a comment, and whether the viewer's is part of it. */
export async function respectFor(viewer: Viewer, commentId: number): Promise<Own> {
	const readerId = await readerIdOf(viewer)
	const [tally] = await tallyOf(readDb(), { commentId })
	const [own] = readerId ? await ownRespect(readDb(), { commentId, readerId }) : []
	return { respects: tally?.votes ?? 0, mine: own !== undefined }
}

const tallyOf = prepared(['commentId'], (on, { commentId }) =>
	on.select().from(respectTallies).where(eq(respectTallies.commentId, commentId)),
)

const ownRespect = prepared(['commentId', 'readerId'], (on, { commentId, readerId }) =>
	on
		.select({ commentId: respects.commentId })
		.from(respects)
		.where(and(eq(respects.commentId, commentId), eq(respects.readerId, readerId))),
)

/**
 * Moves the respects of a browser's reader to the reader of an account, whose comments are merged already: a comment
 * has one of each reader, and none of its author.
 */
export async function mergeRespects(tx: Tx, from: string, to: string): Promise<void> {
	const moved = await tx
		.select({ id: respects.commentId, articleId: comments.articleId, author: comments.readerId })
		.from(respects)
		.innerJoin(comments, eq(comments.id, respects.commentId))
		.where(eq(respects.readerId, from))
	for (const { id, articleId, author } of moved) {
		await removeRespect(tx, { commentId: id, readerId: from })
		const kept =
			author === to ? [] : await addRespect(tx, { commentId: id, readerId: to, castAt: new Date() })
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
