import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db'
import {
	COMMENT_RULES,
	commentComplaints,
	commentDecisions,
	commentReports,
	type comments,
	type DECISION_GROUNDS,
	DECISION_OUTCOMES,
} from '@/db/schema'
import { isVisible, oneLine, plainLines } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import type { CommentState } from '../comments/states'
import type { Viewer } from '../permissions'

/**
 * Time in ms from a decision by a single button of the desk to its mails: the undo of the list mostly comes within it.
 */
export const MAIL_PAUSE_MS = 15 * 60_000
/** In characters: the author of the comment reads them. */
export const FACTS_LENGTH_MAX = 2_000
export const LAW_LENGTH_MAX = 200

export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number]
export type DecisionGround = (typeof DECISION_GROUNDS)[number]
export type CommentRule = (typeof COMMENT_RULES)[number]
export type Decision = typeof commentDecisions.$inferSelect

/** The reasons of a decision: of a removal a rule or a provision of the law. */
export type Reasons = Pick<Decision, 'outcome' | 'ground' | 'rule' | 'law' | 'facts'>

/** Reasons as a form gives them; `rule` is `law` if the ground is the law. */
export type TypedReasons = Record<'outcome' | 'rule' | 'law' | 'facts', string>

/** @throws Refusal `invalid` naming the field */
export function checkReasons({ outcome, rule, law, facts }: TypedReasons): Reasons {
	const chosen = DECISION_OUTCOMES.find((each) => each === outcome)
	if (!chosen) throw new Refusal('invalid', 'Please choose whether the comment stays.', 'outcome')
	const words = plainLines(facts)
	if (words.length > FACTS_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep this under ${FACTS_LENGTH_MAX} characters.`, 'facts')
	if (chosen === 'kept') return { outcome: chosen, ground: null, rule: null, law: '', facts: words }
	if (rule === 'law') {
		const provision = oneLine(law)
		if (!isVisible(provision))
			throw new Refusal('invalid', 'Please name the law, such as “Criminal Code, section 186”.', 'law')
		if (provision.length > LAW_LENGTH_MAX)
			throw new Refusal('invalid', `Please keep this under ${LAW_LENGTH_MAX} characters.`, 'law')
		return { outcome: chosen, ground: 'law', rule: null, law: provision, facts: words }
	}
	const broken = COMMENT_RULES.find((each) => each === rule)
	if (!broken) throw new Refusal('invalid', 'Please choose the rule that the comment breaks.', 'rule')
	if (broken === 'other' && !isVisible(words))
		throw new Refusal('invalid', 'Please say what is wrong, as no rule of the list says it.', 'facts')
	return { outcome: chosen, ground: 'rules', rule: broken, law: '', facts: words }
}

/** Reasons of a removal by the desk's button for spam. */
export const SPAM: Reasons = { outcome: 'removed', ground: 'rules', rule: 'spam', law: '', facts: '' }

/** Reasons of a decision by another button of the desk. */
const OF_STATE: Record<Exclude<CommentState, 'waiting'>, Reasons> = {
	approved: { outcome: 'kept', ground: null, rule: null, law: '', facts: '' },
	rejected: { outcome: 'removed', ground: 'rules', rule: 'other', law: '', facts: '' },
}

/**
 * Records the change of a comment's state as a decision: each removal, and a comment that is kept although it was
 * reported. The decision before it is reversed if it had another outcome. The comment is locked by the caller.
 *
 * @param mailsLater whether a job mails it after `MAIL_PAUSE_MS`; else the caller does
 *
 * @returns the decision; null where none is recorded
 */
export async function recordDecision(
	tx: Tx,
	viewer: Viewer,
	comment: typeof comments.$inferSelect,
	{ state, reasons, mailsLater }: { state: CommentState; reasons?: Reasons | undefined; mailsLater: boolean },
): Promise<Decision | null> {
	const last = await lastDecision(tx, comment.id)
	if (state === 'waiting') {
		if (last) await reverse(tx, last)
		return null
	}
	const stated = reasons ?? OF_STATE[state]
	// A removal that is stated anew replaces the one before.
	if (last && (last.outcome !== stated.outcome || last.outcome === 'removed')) await reverse(tx, last)
	const open = and(eq(commentReports.commentId, comment.id), isNull(commentReports.decisionId))
	const [reports] = await tx.select({ count: count() }).from(commentReports).where(open)
	const onReport = (reports?.count ?? 0) > 0
	if (!reasons && stated.outcome === 'kept' && !onReport) return null
	tx.changed('notices')
	const [decision] = await tx
		.insert(commentDecisions)
		.values({
			commentId: comment.id,
			...stated,
			onReport,
			heldBefore: comment.state === 'waiting' && (await wasHeld(tx, comment.id)),
			decidedBy: viewer.person?.id ?? null,
			mailAt: mailsLater && isMailed(comment, stated, onReport) ? new Date(Date.now() + MAIL_PAUSE_MS) : null,
		})
		.returning()
	if (!decision) throw new Error('The decision was not stored.')
	await tx.update(commentReports).set({ decisionId: decision.id }).where(open)
	return decision
}

/**
 * Whether a decision by a single button is mailed. The address of a guest whose comment never appeared is not: programs
 * enter those of strangers.
 */
const isMailed = (
	{ state, personId }: typeof comments.$inferSelect,
	{ outcome }: Reasons,
	onReport: boolean,
): boolean => onReport || (outcome === 'removed' && (state === 'approved' || personId !== null))

/** The decision in force about a comment; null without one. */
export async function lastDecision(tx: Pick<Tx, 'select'>, commentId: number): Promise<Decision | null> {
	const [decision] = await tx
		.select()
		.from(commentDecisions)
		.where(and(eq(commentDecisions.commentId, commentId), isNull(commentDecisions.reversedAt)))
		.orderBy(desc(commentDecisions.id))
		.limit(1)
	return decision ?? null
}

/** Whether a rule or reports made a waiting comment wait; a person did if the last decision was reversed by a complaint. */
async function wasHeld(tx: Tx, commentId: number): Promise<boolean> {
	const [last] = await tx
		.select({ heldBefore: commentDecisions.heldBefore, complaint: commentComplaints.id })
		.from(commentDecisions)
		.leftJoin(
			commentComplaints,
			and(eq(commentComplaints.decisionId, commentDecisions.id), eq(commentComplaints.outcome, 'upheld')),
		)
		.where(eq(commentDecisions.commentId, commentId))
		.orderBy(desc(commentDecisions.id))
		.limit(1)
	return last === undefined || last.complaint === null || last.heldBefore
}

/** Marks a decision as reversed; its reports wait again. */
async function reverse(tx: Tx, { id }: Decision): Promise<void> {
	tx.changed('notices')
	await tx.update(commentDecisions).set({ reversedAt: new Date() }).where(eq(commentDecisions.id, id))
	await tx.update(commentReports).set({ decisionId: null }).where(eq(commentReports.decisionId, id))
}
