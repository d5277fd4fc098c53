import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { comments } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { type Reasons, recordDecision, type Decision as StatedDecision } from '../notices/decisions'
import { authorize, type Viewer } from '../permissions'
import { adjustCommentTally } from '../tallies'
import { type CommentState, type Decision, decisionOf } from './states'

const AUDITED: Record<Decision, string> = {
	approved: 'approve comment',
	rejected: 'reject comment',
	spam: 'mark comment as spam',
	waiting: 'reopen comment',
}

type Change = { state: CommentState; isSpam?: boolean; reasons?: Reasons }

/** Spam is removed by the rule against it. */
const SPAM: Change = {
	state: 'rejected',
	isSpam: true,
	reasons: { outcome: 'removed', ground: 'rules', rule: 'spam', law: '', facts: '' },
}

/** Decides on a comment, adjusts the tally, and returns the earlier decision. @throws Refusal `not-found` */
export async function moderateComment(
	viewer: Viewer,
	commentId: number,
	decision: Decision,
): Promise<Decision> {
	authorize(viewer, 'moderate comments')
	return write(async (tx) => {
		const comment = await lockComment(tx, commentId)
		if (comment.deletedAt) throw new Refusal('gone', 'Its author has deleted this comment.')
		const was = decisionOf(comment)
		if (was !== decision)
			await moderateIn(tx, viewer, commentId, decision === 'spam' ? SPAM : { state: decision })
		return was
	})
}

/** As `moderateComment`, in a transaction; stated reasons are recorded even if the state stays. */
export async function moderateIn(
	tx: Tx,
	viewer: Viewer,
	commentId: number,
	{ state, isSpam = false, reasons }: Change,
): Promise<StatedDecision | null> {
	const comment = await lockComment(tx, commentId)
	// Reports of a comment that its author has deleted are answered; its state stays.
	if (comment.deletedAt && !reasons) throw new Refusal('gone', 'Its author has deleted this comment.')
	const changes = comment.state !== state || comment.isSpam !== isSpam
	if (!changes && !reasons) return null
	const decision = await recordDecision(tx, viewer, comment, { state, reasons })
	if (changes && !comment.deletedAt) await changeState(tx, comment, state, viewer, isSpam)
	const detail = reasons?.ground ? { ground: reasons.rule ?? reasons.law } : null
	await audit(tx, viewer, AUDITED[decisionOf({ state, isSpam })], `comment:${commentId}`, detail)
	return decision
}

async function lockComment(tx: Tx, commentId: number): Promise<typeof comments.$inferSelect> {
	await tx.lock('comment', commentId)
	const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
	if (!comment) throw new Refusal('not-found', 'This comment is no longer there.')
	return comment
}

/** Sets the state of a locked comment, without a person if reports hold it. */
export async function changeState(
	tx: Tx,
	{ id, articleId, state: before }: typeof comments.$inferSelect,
	state: CommentState,
	viewer: Viewer | null,
	isSpam = false,
): Promise<void> {
	const decided =
		state === 'waiting'
			? { decidedBy: null, decidedAt: null }
			: { decidedBy: viewer?.person?.id ?? null, decidedAt: new Date() }
	await tx
		.update(comments)
		.set({ state, isSpam, ...decided })
		.where(eq(comments.id, id))
	if (state === before) return
	// A decision changes words, which readers see at once; `adjustCommentTally` alone would wait for a second.
	if (state === 'approved' || before === 'approved') tx.changed(`comments:${articleId}`)
	if (state === 'approved') await adjustCommentTally(tx, articleId, 1)
	if (before === 'approved') await adjustCommentTally(tx, articleId, -1)
}
