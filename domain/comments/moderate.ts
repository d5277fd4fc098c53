import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { comments } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { adjustCommentTally } from '../tallies'
import { type Decision, decisionOf } from './states'

const AUDITED: Record<Decision, string> = {
	approved: 'approve comment',
	rejected: 'reject comment',
	spam: 'mark comment as spam',
	waiting: 'reopen comment',
}

/** Decides on a comment, adjusts the tally, and returns the earlier decision. @throws Refusal `not-found` */
export async function moderateComment(
	viewer: Viewer,
	commentId: number,
	decision: Decision,
): Promise<Decision> {
	authorize(viewer, 'moderate comments')
	const decided =
		decision === 'waiting'
			? { decidedBy: null, decidedAt: null }
			: { decidedBy: viewer.person?.id ?? null, decidedAt: new Date() }
	return write(async (tx) => {
		await tx.lock('comment', commentId)
		const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
		if (!comment) throw new Refusal('not-found', 'This comment is no longer there.')
		if (comment.deletedAt) throw new Refusal('gone', 'Its author has deleted this comment.')
		const was = decisionOf(comment)
		if (was === decision) return was
		const state = decision === 'spam' ? 'rejected' : decision
		await tx
			.update(comments)
			.set({ state, isSpam: decision === 'spam', ...decided })
			.where(eq(comments.id, commentId))
		// A decision changes words, which readers see at once; `adjustCommentTally` alone would wait for a second.
		if (state === 'approved' || was === 'approved') tx.changed(`comments:${comment.articleId}`)
		if (state === 'approved') await adjustCommentTally(tx, comment.articleId, 1)
		if (was === 'approved') await adjustCommentTally(tx, comment.articleId, -1)
		await audit(tx, viewer, AUDITED[decision], `comment:${commentId}`)
		return was
	})
}
