import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '@/db'
import { commentFindings, comments } from '@/db/schema'
import { env } from '@/lib/env'
import { RETENTION } from '@/lib/retention'

const DAY_MS = 86_400_000

/**
 * Deletes waiting comments without a confirmed address after their time, with all that belongs to them. Answered,
 * reported and decided comments stay, since readers have seen them. Without a mail server a moderator decides about all.
 */
export async function deleteUnconfirmed(tx: Tx, now: Date): Promise<void> {
	if (env.smtpUrl === '') return
	const unconfirmed = tx
		.select({ id: commentFindings.commentId })
		.from(commentFindings)
		.where(eq(commentFindings.phase, 'unconfirmed'))
	const before = new Date(now.getTime() - RETENTION.unconfirmedCommentDays * DAY_MS)
	await tx
		.delete(comments)
		.where(
			and(
				inArray(comments.id, unconfirmed),
				eq(comments.state, 'waiting'),
				isNull(comments.emailConfirmedAt),
				lt(comments.createdAt, before),
				sql`not exists (select 1 from comments as reply where reply.parent_id = ${comments.id})`,
				sql`not exists (select 1 from comment_reports where comment_id = ${comments.id})`,
				sql`not exists (select 1 from audit_events where subject = 'comment:' || ${comments.id})`,
			),
		)
}
