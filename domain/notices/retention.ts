import { and, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import type { Tx } from '@/db'
import { commentComplaints, commentDecisions, commentReports } from '@/db/schema'
import { RETENTION } from '@/lib/retention'

/** Days from the decision until the texts and addresses of reports and complaints are deleted. */
export const REPORT_KEPT_DAYS = RETENTION.reportDays
const DAY_MS = 86_400_000

/** Deletes the texts and addresses of reports and complaints after their time; the rows stay, for the counts by month. */
export async function emptyOldReports(tx: Tx, now: Date): Promise<void> {
	const before = new Date(now.getTime() - REPORT_KEPT_DAYS * DAY_MS)
	const decidedBefore = tx
		.select({ id: commentDecisions.id })
		.from(commentDecisions)
		.where(lt(commentDecisions.decidedAt, before))
	await tx
		.update(commentReports)
		.set({ name: '', email: '', explanation: '', tokenHash: null })
		.where(
			and(
				isNotNull(commentReports.tokenHash),
				or(
					inArray(commentReports.decisionId, decidedBefore),
					// Of a comment that is deleted for ever, about which nobody decides.
					and(isNull(commentReports.commentId), lt(commentReports.createdAt, before)),
				),
			),
		)
	await tx
		.update(commentComplaints)
		.set({ text: '' })
		.where(and(ne(commentComplaints.text, ''), lt(commentComplaints.decidedAt, before)))
}
