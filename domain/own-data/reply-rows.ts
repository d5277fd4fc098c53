import { asc, eq, or } from 'drizzle-orm'
import { readDb } from '@/db'
import { comments, people, replyAddresses, replyNotices, replySubscriptions } from '@/db/schema'
import type { OwnRow } from '@/lib/own-data'
import type { Owner } from './owner'

/** Comments whose replies are mailed, and the mails of the last days to the address of the account. */
export async function replyRows({ personId, readerId }: Owner): Promise<OwnRow[]> {
	const wishes = await readDb()
		.select({
			...{ comment: replySubscriptions.commentId, email: replyAddresses.email },
			...{ since: replySubscriptions.createdAt, confirmed: replyAddresses.confirmedAt },
		})
		.from(replySubscriptions)
		.innerJoin(replyAddresses, eq(replyAddresses.id, replySubscriptions.addressId))
		.innerJoin(comments, eq(comments.id, replySubscriptions.commentId))
		.where(or(eq(comments.personId, personId), readerId ? eq(comments.readerId, readerId) : undefined))
		.orderBy(asc(replySubscriptions.commentId))
	const mails = await readDb()
		.select({ comment: replyNotices.commentId, since: replyNotices.queuedAt, used: replyNotices.sentAt })
		.from(replyNotices)
		.innerJoin(replyAddresses, eq(replyAddresses.id, replyNotices.addressId))
		.innerJoin(people, eq(people.email, replyAddresses.email))
		.where(eq(people.id, personId))
		.orderBy(asc(replyNotices.commentId))
	return [
		...wishes.map((wish) => ({ what: 'replies', ...wish })),
		...mails.map((mail) => ({ what: 'replyMail', ...mail })),
	]
}
