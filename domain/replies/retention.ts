import { and, isNull, lt, notInArray, or } from 'drizzle-orm'
import type { Tx } from '@/db'
import { replyAddresses, replyNotices, replySubscriptions } from '@/db/schema'
import { RETENTION } from '@/lib/retention'
import { ASK_PAUSE_MS } from './subscribe'

const DAY_MS = 86_400_000

/** Deletes records of mails, wishes for mails and addresses after their time. */
export async function deleteOldReplyMails(tx: Tx, now: Date): Promise<void> {
	const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
	await tx.delete(replyNotices).where(lt(replyNotices.queuedAt, before(RETENTION.replyNoticeDays)))
	await tx.delete(replySubscriptions).where(lt(replySubscriptions.createdAt, before(RETENTION.replyMailDays)))
	const wanted = tx.select({ id: replySubscriptions.addressId }).from(replySubscriptions)
	await tx.delete(replyAddresses).where(
		or(
			// Unused, and no longer needed to space the mails with the link.
			and(
				notInArray(replyAddresses.id, wanted),
				lt(replyAddresses.wantedAt, new Date(now.getTime() - ASK_PAUSE_MS)),
				or(
					isNull(replyAddresses.askedAt),
					lt(replyAddresses.askedAt, new Date(now.getTime() - ASK_PAUSE_MS)),
				),
			),
			and(
				isNull(replyAddresses.confirmedAt),
				or(
					and(isNull(replyAddresses.askAt), lt(replyAddresses.askedAt, before(RETENTION.replyLinkDays))),
					lt(replyAddresses.wantedAt, before(RETENTION.replyNoticeDays)),
				),
			),
		),
	)
}
