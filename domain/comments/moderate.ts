import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { comments } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { type Reasons, type Decision as Recorded, recordDecision, SPAM } from '../notices/decisions'
import { authorize, type Viewer } from '../permissions'
import { queueReplyNotices } from '../replies/queue'
import { adjustCommentTally } from '../tallies'
import { type Decision, decisionOf } from './states'

const AUDITED: Record<Decision, string> = {
	approved: 'approve comment',
	rejected: 'reject comment',
	spam: 'mark comment as spam',
	waiting: 'reopen comment',
}

type Row = typeof comments.$inferSelect

/** Decides on a comment, adjusts the tally, and returns the earlier decision. @throws Refusal `not-found` */
export async function moderateComment(
	viewer: Viewer,
	commentId: number,
	decision: Decision,
): Promise<Decision> {
	authorize(viewer, 'moderate comments')
	return write(async (tx) => {
		const comment = await lockedComment(tx, commentId)
		await decide(tx, viewer, comment, { decision })
		return decisionOf(comment)
	})
}

type Stated = { decision: Decision; reasons?: Reasons }

/** As `moderateComment`, in a transaction; stated reasons are recorded even if the state stays. */
export const moderateIn = async (
	tx: Tx,
	viewer: Viewer,
	commentId: number,
	stated: Stated,
): Promise<Recorded | null> => decide(tx, viewer, await lockedComment(tx, commentId), stated)

async function lockedComment(tx: Tx, id: number): Promise<Row> {
	await tx.lock('comment', id)
	const [comment] = await tx.select().from(comments).where(eq(comments.id, id))
	if (!comment) throw new Refusal('not-found', 'This comment is no longer there.')
	return comment
}

async function decide(
	tx: Tx,
	viewer: Viewer,
	comment: Row,
	{ decision, reasons }: Stated,
): Promise<Recorded | null> {
	// Reports of a comment that its author has deleted are answered; its state stays.
	if (comment.deletedAt && !reasons) throw new Refusal('gone', 'Its author has deleted this comment.')
	const isChange = decision !== decisionOf(comment)
	if (!isChange && !reasons) return null
	const recorded = await recordDecision(tx, viewer, comment, {
		state: decision === 'spam' ? 'rejected' : decision,
		reasons: reasons ?? (decision === 'spam' ? SPAM : undefined),
		mailsLater: reasons === undefined,
	})
	if (isChange && !comment.deletedAt) await changeState(tx, comment, decision, viewer)
	const detail = reasons?.ground ? { ground: reasons.rule ?? reasons.law } : null
	await audit(tx, viewer, AUDITED[decision], `comment:${comment.id}`, detail)
	return recorded
}

/** Sets the state of a locked comment, without a person if reports hold it. */
export async function changeState(
	tx: Tx,
	comment: Row,
	decision: Decision,
	viewer: Viewer | null,
): Promise<void> {
	const { id, articleId, state: before } = comment
	const decided =
		decision === 'waiting'
			? { decidedBy: null, decidedAt: null }
			: { decidedBy: viewer?.person?.id ?? null, decidedAt: new Date() }
	const state = decision === 'spam' ? 'rejected' : decision
	await tx
		.update(comments)
		.set({ state, isSpam: decision === 'spam', ...decided })
		.where(eq(comments.id, id))
	if (state === before) return
	// A decision changes words, which readers see at once; `adjustCommentTally` alone would wait for a second.
	if (state === 'approved' || before === 'approved') tx.changed('comments', `comments:${articleId}`)
	if (state === 'approved') {
		await adjustCommentTally(tx, articleId, 1)
		await queueReplyNotices(tx, comment)
	}
	if (before === 'approved') await adjustCommentTally(tx, articleId, -1)
}
