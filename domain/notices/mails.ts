import { and, asc, eq, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, commentDecisions, commentReports, comments, people, revisions } from '@/db/schema'
import { COMPLAINT_DAYS } from '@/lib/complaint-days'
import { env } from '@/lib/env'
import { type MailOutcome, sendMail } from '@/lib/mail'
import type { Messages } from '@/lib/messages/en'
import { messagesOf } from '@/lib/messages/messages'
import { statementOf } from '@/lib/statement-of-reasons'
import { letter, sendLetter } from '../mails'
import { siteSettings } from '../settings'
import type { Complaint } from './complaints'
import type { Decision } from './decisions'
import { mailedDecisionPath } from './own-decision'
import { mailedTokenOf } from './receipt-token'

/** URL of a receipt: of the configured origin, independent of the request's `Host`. */
const receiptLink = (id: number, token: string): string => `${env.siteUrl}${receiptPath(id, token)}`

/** The same in later mails. */
const mailedReceiptLink = (id: number): string => receiptLink(id, mailedTokenOf(id))

const mailedDecisionLink = (commentId: number): string => `${env.siteUrl}${mailedDecisionPath(commentId)}`

export const receiptPath = (id: number, token: string): string => `/reports/${id}?token=${token}`

/**
 * Mails the receipt of a report: Article 16 (4) of Regulation (EU) 2022/2065. As all mails to reporters it leaves out the
 * name, which a stranger may have typed to have it mailed.
 */
export const mailReceipt = (
	email: string,
	{ id, token }: { id: number; token: string },
): Promise<MailOutcome> =>
	sendLetter({ email, name: null }, ({ reports }, siteName) => ({
		subject: reports.receiptSubject(id, siteName),
		paragraphs: [reports.mailReceived(id), reports.mailAddress, receiptLink(id, token)],
	}))

/** Decisions of one run: mails are sent one after another. */
const DUE_MAX = 50
/** Receipts linked in one mail, the newest; only a program reports one comment more often. */
const RECEIPTS_MAX = 20

/** Mails a decision to its reporters with an address and to the author: Articles 16 (5) and 17 (1). */
export async function mailDecision(decision: Decision): Promise<void> {
	if (!env.smtpUrl) return
	try {
		await Promise.all([mailReporters(decision), mailAuthor(decision)])
	} catch (error) {
		console.error(`Mails of decision ${decision.id} about a comment were not all sent:`, error)
	}
}

/** Mails the decisions by a single button of the desk that nobody has undone. */
export async function mailDueDecisions(now = new Date()): Promise<void> {
	if (!env.smtpUrl) return
	const due = await readDb()
		.select()
		.from(commentDecisions)
		.where(and(lte(commentDecisions.mailAt, now), isNull(commentDecisions.reversedAt)))
		.orderBy(asc(commentDecisions.mailAt))
		.limit(DUE_MAX)
	for (const { id } of due) {
		// Before the mail: a stop between the two loses a mail, and no other instance sends it too.
		const [decision] = await write((tx) =>
			tx
				.update(commentDecisions)
				.set({ mailAt: null })
				.where(
					and(
						eq(commentDecisions.id, id),
						isNotNull(commentDecisions.mailAt),
						isNull(commentDecisions.reversedAt),
					),
				)
				.returning(),
		)
		if (decision) await mailDecision(decision)
	}
}

async function mailReporters(decision: Decision): Promise<void> {
	const { siteName, language } = await siteSettings()
	const all = messagesOf(language)
	const reports = await readDb()
		.select({ id: commentReports.id, email: commentReports.email })
		.from(commentReports)
		.where(and(eq(commentReports.decisionId, decision.id), ne(commentReports.email, '')))
		.orderBy(asc(commentReports.id))
	// One mail an address: a stranger may have sent many reports with the address of another.
	const byAddress = new Map<string, number[]>()
	for (const { id, email } of reports)
		byAddress.set(email, [...(byAddress.get(email) ?? []), id].slice(-RECEIPTS_MAX))
	const isKept = decision.outcome === 'kept'
	const redress = isKept ? all.complaints.who(COMPLAINT_DAYS) : all.decisions.redressText
	const leads = isKept ? all.decisions.readAndComplain : all.decisions.receiptHasIt
	for (const [address, ids] of byAddress)
		await sendMail({
			to: { address },
			fromName: siteName,
			subject: all.decisions.reporterSubject(ids.at(-1) ?? 0, siteName),
			text: letter(null, { siteName, words: all.mails }, [
				all.decisions.reporterMail,
				linesOf(decision, all),
				`${all.decisions.redress}: ${redress}`,
				[leads, ...ids.map(mailedReceiptLink)].join('\n'),
			]),
		})
}

/**
 * The author gets no mail about spam, which Article 17 (2) excepts: its address is often that of another person, who
 * would get mails that a stranger caused.
 */
async function mailAuthor(decision: Decision): Promise<void> {
	if (decision.commentId === null || decision.outcome === 'kept' || decision.rule === 'spam') return
	const to = await authorOf(decision.commentId)
	const [comment] = await readDb()
		.select({ id: comments.id, headline: revisions.headline })
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(eq(comments.id, decision.commentId))
	if (!comment || !to) return
	const { siteName, language } = await siteSettings()
	const all = messagesOf(language)
	await sendMail({
		to,
		fromName: siteName,
		subject: all.decisions.authorSubject(siteName),
		text: letter(to.name || null, { siteName, words: all.mails }, [
			all.decisions.authorMail(comment.headline),
			linesOf(decision, all),
			`${all.decisions.redress}: ${all.complaints.who(COMPLAINT_DAYS)}`,
			`${all.decisions.readAndComplain}\n${mailedDecisionLink(comment.id)}`,
		]),
	})
}

/** Mails the decision on a complaint to its sender. */
export async function mailComplaint(complaint: Complaint, decision: Decision): Promise<void> {
	if (!env.smtpUrl) return
	try {
		const to =
			complaint.reportId === null
				? await authorOf(decision.commentId ?? 0)
				: await reporterOf(complaint.reportId)
		if (!to) return
		const { siteName, language } = await siteSettings()
		const { complaints: words, decisions, mails } = messagesOf(language)
		const upheld = complaint.side === 'author' ? words.upheldForAuthor : words.upheldForReporter
		await sendMail({
			to,
			fromName: siteName,
			subject: words.subject(siteName),
			text: letter(to.name || null, { siteName, words: mails }, [
				words.mail,
				complaint.outcome === 'upheld' ? upheld : words.rejected,
				`${words.answer}: ${complaint.answer}`,
				decisions.redressText,
				complaint.reportId === null
					? `${decisions.readDecision}\n${mailedDecisionLink(decision.commentId ?? 0)}`
					: `${decisions.receiptHasIt}\n${mailedReceiptLink(complaint.reportId)}`,
			]),
		})
	} catch (error) {
		console.error(`The mail about complaint ${complaint.id} was not sent:`, error)
	}
}

async function reporterOf(reportId: number) {
	const [report] = await readDb()
		.select({ address: commentReports.email })
		.from(commentReports)
		.where(eq(commentReports.id, reportId))
	return report?.address ? { name: '', address: report.address } : null
}

/** The author's address; `name` is empty unless the address is confirmed. */
async function authorOf(commentId: number) {
	const [comment] = await readDb()
		.select({
			...{ name: comments.authorName, guest: comments.authorEmail, account: people.email },
			...{ guestConfirmed: comments.emailConfirmedAt, accountConfirmed: people.emailConfirmedAt },
		})
		.from(comments)
		.leftJoin(people, eq(people.id, comments.personId))
		.where(eq(comments.id, commentId))
	const address = comment?.account ?? comment?.guest
	if (!comment || !address) return null
	const isConfirmed = comment.account ? comment.accountConfirmed : comment.guestConfirmed
	return { name: isConfirmed ? comment.name : '', address }
}

const linesOf = (decision: Decision, all: Messages): string =>
	statementOf(decision, all.decisions)
		.map(({ label, text }) => `${label}: ${text}`)
		.join('\n')
