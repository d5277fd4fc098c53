import { and, eq } from 'drizzle-orm'
import { prepared, readDb, write } from '@/db'
import { comments, respects, respectTallies } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { requireLive } from '../articles/live'
import type { Viewer } from '../permissions'
import { ensureReader, readerIdOf } from '../readers'
import { addRespect, adjustRespectTally, removeRespect } from './respect-rows'

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

/** Takes back the viewer's respect for any comment, also for one that is not public any more. Idempotent. */
export async function withdrawRespect(viewer: Viewer, commentId: number): Promise<void> {
	if (!viewer.person && !viewer.readerId) return
	await write(async (tx) => {
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		const [comment] = await tx
			.select({ articleId: comments.articleId })
			.from(comments)
			.where(eq(comments.id, commentId))
		const removed = await removeRespect(tx, { commentId, readerId })
		if (comment && removed.length > 0) await adjustRespectTally(tx, comment.articleId, commentId, -1)
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
