import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { comments } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { type Decision, type Reasons, recordDecision } from '../notices/decisions'
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
	await write(async (tx) => void (await moderateIn(tx, viewer, commentId, { state: decision })))
}

/** As `moderateComment`, in a transaction; stated reasons are recorded even if the state stays. */
export async function moderateIn(
	tx: Tx,
	viewer: Viewer,
	commentId: number,
	{ state, reasons }: { state: CommentState; reasons?: Reasons },
): Promise<Decision | null> {
	await tx.lock('comment', commentId)
	const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
	if (!comment) throw new Refusal('not-found', 'This comment is no longer there.')
	// Reports of a comment that its author has deleted are answered; its state stays.
	if (comment.deletedAt && !reasons) throw new Refusal('gone', 'Its author has deleted this comment.')
	if (comment.state === state && !reasons) return null
	const decision = await recordDecision(tx, viewer, comment, { state, reasons })
	if (comment.state !== state && !comment.deletedAt) await changeState(tx, comment, state, viewer)
	const detail = reasons?.ground ? { ground: reasons.rule ?? reasons.law } : null
	await audit(tx, viewer, AUDITED[state], `comment:${commentId}`, detail)
	return decision
}

/** Sets the state of a locked comment, without a person if reports hold it. */
export async function changeState(
	tx: Tx,
	{ id, articleId, state: before }: typeof comments.$inferSelect,
	state: CommentState,
	viewer: Viewer | null,
): Promise<void> {
	const decided =
		state === 'waiting'
			? { decidedBy: null, decidedAt: null }
			: { decidedBy: viewer?.person?.id ?? null, decidedAt: new Date() }
	await tx
		.update(comments)
		.set({ state, ...decided })
		.where(eq(comments.id, id))
	// A decision changes words, which readers see at once; `adjustCommentTally` alone would wait for a second.
	if (state === 'approved' || before === 'approved') tx.changed(`comments:${articleId}`)
	if (state === 'approved') await adjustCommentTally(tx, articleId, 1)
	if (before === 'approved') await adjustCommentTally(tx, articleId, -1)
}
