import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, commentDecisions, commentReports, comments, REPORT_REASONS, revisions } from '@/db/schema'
import { hashToken } from '@/lib/hash-token'
import { messages } from '@/lib/messages/messages'
import { isVisible, plainLines } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { isLive } from '../articles/live'
import { newToken } from '../invitations'
import { checkEmail, checkName } from '../people'
import { siteSettings } from '../settings'
import { holdIfReported } from './hold'
import { mailReceipt } from './mails'
import { isMailedTokenOf } from './receipt-token'

/** In characters, as for a comment: two printed pages. */
export const EXPLANATION_LENGTH_MAX = 5_000
/** Reports without a decision; more are not read, and would only fill the disk. */
const OPEN_MAX = 10_000

export type ReportReason = (typeof REPORT_REASONS)[number]

export type NewReport = {
	commentId: number
	reason: string
	explanation: string
	goodFaith: boolean
	name: string
	email: string
	/** Value of the honeypot field. */
	honeypot?: string
	/** Whether it is the first report of the comment from its network. */
	isFirst?: boolean
	/** Whether its address may get a mail now. */
	mailsReceipt?: boolean
}

/**
 * Stores a report of a comment that readers see, and mails its receipt. A name and an address are part of a notice
 * under Article 16 (2) (c) of Regulation (EU) 2022/2065, which the form allows and does not require (recital 50).
 *
 * @returns the number of the report and the token of its receipt
 * @throws Refusal `invalid` naming the field, `not-found`, or `busy` if very many reports wait
 */
export async function sendReport(input: NewReport): Promise<{ id: number; token: string }> {
	const report = checkReport(input)
	const { reportsToHold } = await siteSettings()
	const token = newToken()
	const counted = !input.honeypot && input.isFirst !== false
	const id = await write(async (tx) => {
		await tx.lock('comment reports', 'all')
		await tx.lock('comment', input.commentId)
		const [{ comment } = {}] = await tx
			.select({ comment: comments })
			.from(comments)
			.innerJoin(articles, and(eq(articles.id, comments.articleId), isLive()))
			.where(and(eq(comments.id, input.commentId), eq(comments.state, 'approved')))
		if (!comment) throw new Refusal('not-found', messages().reports.commentGone)
		const [open] = await tx
			.select({ count: count() })
			.from(commentReports)
			.where(isNull(commentReports.decisionId))
		if ((open?.count ?? 0) >= OPEN_MAX) throw new Refusal('busy', messages().refusals.tooManyMessages)
		const [row] = await tx
			.insert(commentReports)
			.values({ commentId: comment.id, ...report, counted, tokenHash: hashToken(token) })
			.returning({ id: commentReports.id })
		if (!row) throw new Error('The report was not stored.')
		if (counted && (await holdIfReported(tx, comment, reportsToHold)))
			await tx.update(commentReports).set({ held: true }).where(eq(commentReports.id, row.id))
		tx.changed('notices')
		return row.id
	})
	// Without waiting for the mail server; the receipt is shown in any case.
	if (report.email && input.mailsReceipt !== false) void mailReceipt(report.email, { id, token })
	return { id, token }
}

function checkReport({ reason, explanation, goodFaith, name, email }: NewReport) {
	const words = messages().reports
	const chosen = REPORT_REASONS.find((each) => each === reason)
	if (!chosen) throw new Refusal('invalid', words.chooseReason, 'reason')
	const text = plainLines(explanation)
	if ((chosen === 'illegal' || chosen === 'other') && !isVisible(text))
		throw new Refusal('invalid', words.explain, 'explanation')
	if (text.length > EXPLANATION_LENGTH_MAX)
		throw new Refusal('invalid', words.explanationTooLong(text.length, EXPLANATION_LENGTH_MAX), 'explanation')
	if (chosen === 'illegal' && !goodFaith) throw new Refusal('invalid', words.confirmGoodFaith, 'goodFaith')
	return {
		reason: chosen,
		explanation: text,
		name: name.trim() ? checkName(name) : '',
		email: email.trim() ? checkEmail(email) : '',
	}
}

/** A comment that readers see, with its story; null for any other. */
export async function findReportable(commentId: number) {
	const [found] = await readDb()
		.select({
			id: comments.id,
			authorName: comments.authorName,
			body: comments.body,
			slug: articles.slug,
			headline: revisions.headline,
		})
		.from(comments)
		.innerJoin(articles, and(eq(articles.id, comments.articleId), isLive()))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(eq(comments.id, commentId), eq(comments.state, 'approved')))
	return found ?? null
}

/** The report of a receipt with its decision; null without a token of its number, and after its time. */
export async function findReceipt(id: number, token: string) {
	if (!token) return null
	const { tokenHash } = commentReports
	const isAllowed = isMailedTokenOf(id, token) ? isNotNull(tokenHash) : eq(tokenHash, hashToken(token))
	const [found] = await readDb()
		.select({ report: commentReports, decision: commentDecisions })
		.from(commentReports)
		.leftJoin(commentDecisions, eq(commentDecisions.id, commentReports.decisionId))
		.where(and(eq(commentReports.id, id), isAllowed))
	if (!found) return null
	const { commentId, reason, explanation, createdAt } = found.report
	return {
		id,
		reason,
		explanation,
		createdAt,
		comment: commentId === null ? null : await findReportable(commentId),
		decision: found.decision,
	}
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>
export type ReportableComment = NonNullable<Awaited<ReturnType<typeof findReportable>>>
