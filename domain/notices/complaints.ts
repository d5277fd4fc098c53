import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, type SQL } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { COMPLAINT_OUTCOMES, commentComplaints, commentDecisions, people } from '@/db/schema'
import { COMPLAINT_DAYS } from '@/lib/complaint-days'
import { messages } from '@/lib/messages/messages'
import { isVisible, plainLines } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { moderateIn } from '../comments/moderate'
import { authorize, rolesWith, type StaffViewer, type Viewer } from '../permissions'
import type { Decision } from './decisions'
import { mailComplaint } from './mails'
import { findOwnDecision } from './own-decision'
import { findReceipt } from './reports'

/** In characters, as for a comment: two printed pages. */
export const COMPLAINT_LENGTH_MAX = 5_000
const AUDITED = { upheld: 'uphold complaint', rejected: 'reject complaint' } as const
const COMPLAINTS_LISTED = 50
const DAY_MS = 86_400_000

export type Complaint = typeof commentComplaints.$inferSelect
/** The author of a comment, maybe with the token of a mail, or the sender of a report with that of its receipt. */
export type Complainant = { commentId: number; token?: string } | { reportId: number; token: string }

/**
 * Files a complaint against a removal by its author, or against a comment that was kept by its reporter: one of each
 * side, within `COMPLAINT_DAYS`.
 *
 * @throws Refusal `not-found`, `gone` after its time, `conflict` for a second one, or `invalid` naming the field
 */
export async function fileComplaint(viewer: Viewer, from: Complainant, typed: string): Promise<void> {
	const words = messages().complaints
	const text = plainLines(typed)
	if (!isVisible(text)) throw new Refusal('invalid', words.sayWhy, 'text')
	if (text.length > COMPLAINT_LENGTH_MAX)
		throw new Refusal('invalid', words.tooLong(text.length, COMPLAINT_LENGTH_MAX), 'text')
	const isAuthor = 'commentId' in from
	const found = isAuthor
		? await findOwnDecision(viewer, from.commentId, from.token)
		: await findReceipt(from.reportId, from.token)
	const decision = found?.decision
	if (!decision || decision.outcome !== (isAuthor ? 'removed' : 'kept'))
		throw new Refusal('not-found', words.noDecision)
	if (!isOpenFor(decision, new Date())) throw new Refusal('gone', words.tooLate(COMPLAINT_DAYS))
	const reportId = isAuthor ? null : from.reportId
	await write(async (tx) => {
		await tx.lock('comment decision', decision.id)
		const [earlier] = await tx
			.select({ id: commentComplaints.id })
			.from(commentComplaints)
			.where(
				and(
					eq(commentComplaints.decisionId, decision.id),
					reportId === null ? isNull(commentComplaints.reportId) : eq(commentComplaints.reportId, reportId),
				),
			)
		if (earlier) throw new Refusal('conflict', words.onlyOne)
		const side = isAuthor ? ('author' as const) : ('reporter' as const)
		tx.changed('notices')
		await tx.insert(commentComplaints).values({ decisionId: decision.id, side, reportId, text })
	})
}

/** Whether a complaint against the decision is in time. */
const isOpenFor = ({ decidedAt }: Decision, now: Date): boolean =>
	now.getTime() - decidedAt.getTime() <= COMPLAINT_DAYS * DAY_MS

/** The complaint of one side against a decision; null without one. */
export async function findComplaint(by: { decisionId: number } | { reportId: number }) {
	const where =
		'reportId' in by
			? eq(commentComplaints.reportId, by.reportId)
			: and(eq(commentComplaints.decisionId, by.decisionId), isNull(commentComplaints.reportId))
	const [complaint] = await readDb()
		.select()
		.from(commentComplaints)
		.where(where)
		.orderBy(desc(commentComplaints.id))
		.limit(1)
	return complaint ?? null
}

/** What one side sees below a decision: its complaint, or whether it can file one. */
export async function complaintState(
	decision: Decision | null,
	by: { decisionId: number } | { reportId: number },
	now = new Date(),
) {
	const complaint = await findComplaint(by)
	const wanted = 'reportId' in by ? 'kept' : 'removed'
	const mayFile = !complaint && decision !== null && decision.outcome === wanted && isOpenFor(decision, now)
	return { complaint, mayFile }
}

export type ComplaintState = Awaited<ReturnType<typeof complaintState>>

/** A page of the complaints without a decision, oldest first. */
export async function listComplaints(viewer: Viewer, { past = 0 } = {}) {
	authorize(viewer, 'moderate comments')
	const rows = await complaintsWhere(and(isNull(commentComplaints.outcome), gt(commentComplaints.id, past)))
	const complaints = rows.slice(0, COMPLAINTS_LISTED)
	return {
		complaints,
		past: rows.length > COMPLAINTS_LISTED ? (complaints.at(-1)?.id ?? null) : null,
	}
}

/** All complaints against decisions about a comment. */
export async function complaintsAbout(viewer: Viewer, commentId: number) {
	authorize(viewer, 'moderate comments')
	return complaintsWhere(eq(commentDecisions.commentId, commentId))
}

const complaintsWhere = (where: SQL | undefined) =>
	readDb()
		.select({
			id: commentComplaints.id,
			commentId: commentDecisions.commentId,
			side: commentComplaints.side,
			text: commentComplaints.text,
			createdAt: commentComplaints.createdAt,
			outcome: commentComplaints.outcome,
			answer: commentComplaints.answer,
			decision: commentDecisions.outcome,
			/** Of the decision that the complaint is against. */
			decidedBy: people.name,
		})
		.from(commentComplaints)
		.innerJoin(commentDecisions, eq(commentDecisions.id, commentComplaints.decisionId))
		.leftJoin(people, eq(people.id, commentDecisions.decidedBy))
		.where(where)
		.orderBy(asc(commentComplaints.id))
		.limit(COMPLAINTS_LISTED + 1)

export type DeskComplaint = Awaited<ReturnType<typeof complaintsWhere>>[number]

/**
 * Decides a complaint. Upheld, the removed comment is shown again, or the kept one waits for a new decision with
 * reasons. The person of the decision complained about does not decide, unless nobody else could.
 *
 * @throws Refusal `not-found`, `conflict`, `forbidden`, or `invalid` naming the field
 */
export async function decideComplaint(
	viewer: Viewer,
	complaintId: number,
	typed: { outcome: string; answer: string },
): Promise<number> {
	authorize(viewer, 'moderate comments')
	const outcome = COMPLAINT_OUTCOMES.find((each) => each === typed.outcome)
	if (!outcome) throw new Refusal('invalid', 'Please choose what you decide.', 'outcome')
	const answer = plainLines(typed.answer)
	if (!isVisible(answer)) throw new Refusal('invalid', 'Please give the reasons.', 'answer')
	if (answer.length > COMPLAINT_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep this under ${COMPLAINT_LENGTH_MAX} characters.`, 'answer')
	const { complaint, decision, commentId } = await write(async (tx) => {
		const [found] = await tx
			.select({ complaint: commentComplaints, decision: commentDecisions })
			.from(commentComplaints)
			.innerJoin(commentDecisions, eq(commentDecisions.id, commentComplaints.decisionId))
			.where(eq(commentComplaints.id, complaintId))
		const commentId = found?.decision.commentId ?? null
		if (!found || commentId === null) throw new Refusal('not-found', 'This complaint is no longer there.')
		await tx.lock('comment', commentId)
		tx.changed('notices')
		await requireAnotherPerson(tx, viewer, found.decision)
		const [decided] = await tx
			.update(commentComplaints)
			.set({ outcome, answer, decidedBy: viewer.person.id, decidedAt: new Date() })
			.where(and(eq(commentComplaints.id, complaintId), isNull(commentComplaints.outcome)))
			.returning()
		if (!decided) throw new Refusal('conflict', 'Somebody has decided this complaint already.')
		await audit(tx, viewer, AUDITED[outcome], `comment:${commentId}`)
		if (outcome === 'upheld')
			await moderateIn(tx, viewer, commentId, {
				decision: decided.side === 'author' ? 'approved' : 'waiting',
			})
		return { ...found, complaint: decided, commentId }
	})
	void mailComplaint(complaint, decision)
	return commentId
}

async function requireAnotherPerson(
	tx: Tx,
	{ person }: StaffViewer,
	{ decidedBy }: Pick<Decision, 'decidedBy'>,
): Promise<void> {
	if (decidedBy !== person.id) return
	const [other] = await tx
		.select({ id: people.id })
		.from(people)
		.where(
			and(
				ne(people.id, person.id),
				isNull(people.disabledAt),
				isNotNull(people.email),
				inArray(people.role, rolesWith('moderate comments')),
			),
		)
		.limit(1)
	if (other)
		throw new Refusal(
			'forbidden',
			'The complaint is against a decision of yours, so a colleague has to decide it.',
		)
}
