import { and, count, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db'
import { commentReports, type comments } from '@/db/schema'
import { audit } from '../audit'
import { changeState } from '../comments/moderate'
import { ANONYMOUS } from '../permissions'
import { lastDecision } from './decisions'

/**
 * Puts an approved comment back to waiting at `limit` open reports from different networks. A comment that a person
 * has decided to keep stays: otherwise a few people could take any comment from the page again and again. The comment
 * is locked by the caller.
 *
 * @returns whether it waits now
 */
export async function holdIfReported(
	tx: Tx,
	comment: typeof comments.$inferSelect,
	limit: number,
): Promise<boolean> {
	if (limit === 0) return false
	const [open] = await tx
		.select({ count: count() })
		.from(commentReports)
		.where(
			and(
				eq(commentReports.commentId, comment.id),
				isNull(commentReports.decisionId),
				eq(commentReports.counted, true),
			),
		)
	const reports = open?.count ?? 0
	if (reports < limit || (await lastDecision(tx, comment.id))?.outcome === 'kept') return false
	await changeState(tx, comment, 'waiting', null)
	await audit(tx, ANONYMOUS, 'hold reported comment', `comment:${comment.id}`, { reports })
	return true
}
