import { sql } from 'drizzle-orm'
import { bool, createdAt, foreignId, index, integer, primaryKey, table, text, timestamp } from '../columns'
import { comments } from './comments'

/** E-mail addresses that want mails about replies, each confirmed by a mailed link before the first. */
export const replyAddresses = table(
	'reply_addresses',
	{
		/** Random: the links of mails name it, so that no address is in them. */
		id: text().primaryKey(),
		/** Folded. */
		email: text().notNull().unique(),
		/** Time of the last wish for mails. */
		wantedAt: timestamp().notNull(),
		/** Time from which the mail with the link may be sent; null if none is due. */
		askAt: timestamp(),
		/** Failed attempts of that mail. */
		askAttempts: integer().notNull().default(0),
		/** Time of the last mail with the link. */
		askedAt: timestamp(),
		/** Time at which the link was confirmed; null before it, and after the end of all mails. */
		confirmedAt: timestamp(),
	},
	(t) => [index('reply_addresses_to_ask').on(t.askAt).where(sql`${t.askAt} is not null`)],
)

/** Subscriptions to mails about replies to a comment. */
export const replySubscriptions = table(
	'reply_subscriptions',
	{
		commentId: foreignId()
			.primaryKey()
			.references(() => comments.id, { onDelete: 'cascade' }),
		addressId: text()
			.notNull()
			.references(() => replyAddresses.id, { onDelete: 'cascade' }),
		/** The first comment of the thread. */
		threadId: foreignId()
			.notNull()
			.references(() => comments.id, { onDelete: 'cascade' }),
		/** Whether all replies in the thread are mailed, or those to the comment alone. */
		wholeThread: bool().notNull(),
		createdAt: createdAt(),
	},
	(t) => [
		index('reply_subscriptions_by_thread').on(t.threadId),
		index('reply_subscriptions_by_address').on(t.addressId),
	],
)

/** Mails about replies: one row a reply and address, kept for a while after the mail so that it is sent once. */
export const replyNotices = table(
	'reply_notices',
	{
		addressId: text()
			.notNull()
			.references(() => replyAddresses.id, { onDelete: 'cascade' }),
		/** The reply. */
		commentId: foreignId()
			.notNull()
			.references(() => comments.id, { onDelete: 'cascade' }),
		queuedAt: createdAt(),
		dueAt: timestamp().notNull(),
		attempts: integer().notNull().default(0),
		/** Equal for the replies of one mail. */
		sentAt: timestamp(),
	},
	(t) => [
		primaryKey({ columns: [t.addressId, t.commentId] }),
		index('reply_notices_due').on(t.dueAt).where(sql`${t.sentAt} is null`),
		index('reply_notices_by_comment').on(t.commentId),
		index('reply_notices_by_time').on(t.queuedAt),
	],
)
