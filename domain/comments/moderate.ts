import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { comments } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { adjustCommentTally } from '../tallies'
import type { CommentState } from './states'

const AUDITED = {
	approved: 'approve comment',
	rejected: 'reject comment',
	waiting: 'reopen comment',
} as const

/** Sets a comment's state, from any other state, and adjusts the tally. @throws Refusal `not-found` */
export async function moderateComment(
	viewer: Viewer,
	commentId: number,
	decision: CommentState,
): Promise<void> {
	authorize(viewer, 'moderate comments')
	const decided =
		decision === 'waiting'
			? { decidedBy: null, decidedAt: null }
			: { decidedBy: viewer.person?.id ?? null, decidedAt: new Date() }
	await write(async (tx) => {
		await tx.lock('comment', commentId)
		const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
		if (!comment) throw new Refusal('not-found', 'This comment is no longer there.')
		if (comment.deletedAt) throw new Refusal('gone', 'Its author has deleted this comment.')
		if (comment.state === decision) return
		await tx
			.update(comments)
			.set({ state: decision, ...decided })
			.where(eq(comments.id, commentId))
		// A decision changes words, which readers see at once; `adjustCommentTally` alone would wait for a second.
		if (decision === 'approved' || comment.state === 'approved') tx.changed(`comments:${comment.articleId}`)
		if (decision === 'approved') await adjustCommentTally(tx, comment.articleId, 1)
		if (comment.state === 'approved') await adjustCommentTally(tx, comment.articleId, -1)
		await audit(tx, viewer, AUDITED[decision], `comment:${commentId}`)
	})
}
