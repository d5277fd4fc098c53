import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db'
import { comments, replyAddresses, replyNotices } from '@/db/schema'

/**
 * Condition: the owner of an address ignores a reader. Owners are all readers, browsers or accounts, with comments
 * that want mails to the address.
 */
export const ignores = (ignoredId: SQL): SQL =>
	sql`exists (
		select 1 from reply_subscriptions as wanted
		join comments as own on own.id = wanted.comment_id
		join ignored_readers on ignored_readers.reader_id = own.reader_id
		where wanted.address_id = ${replyAddresses.id} and ignored_readers.ignored_id = ${ignoredId}
	)`

/** Deletes queued mails to an address about replies by ignored readers, also by those ignored since. */
export async function dropIgnored(tx: Tx, addressId: string): Promise<void> {
	const ignored = tx
		.select({ id: comments.id })
		.from(replyNotices)
		.innerJoin(comments, eq(comments.id, replyNotices.commentId))
		.innerJoin(replyAddresses, eq(replyAddresses.id, replyNotices.addressId))
		.where(and(eq(replyNotices.addressId, addressId), ignores(sql`${comments.readerId}`)))
	await tx
		.delete(replyNotices)
		.where(
			and(
				eq(replyNotices.addressId, addressId),
				sql`${replyNotices.sentAt} is null`,
				inArray(replyNotices.commentId, ignored),
			),
		)
}
