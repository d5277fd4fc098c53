import { and, eq, isNotNull, not, or, sql } from 'drizzle-orm'
import { prepared, type Tx } from '@/db'
import { comments, people, replyAddresses, replyNotices, replySubscriptions } from '@/db/schema'
import { RETENTION } from '@/lib/retention'
import { normalizeEmail } from '../people'
import { ignores } from './ignored'
import { offersReplyMails } from './subscribe'

/**
 * Time in ms from the approval of a reply to its mail: a moderator's undo, and a deletion by an author with second
 * thoughts, mostly come within it.
 */
export const NOTICE_PAUSE_MS = 2 * 60_000
/** Rows of one insert. */
const ROWS_AT_ONCE = 200
const DAY_MS = 86_400_000

type Reply = Pick<
	typeof comments.$inferSelect,
	'id' | 'parentId' | 'rootId' | 'readerId' | 'personId' | 'authorEmail' | 'createdAt'
>

/**
 * Queues mails about an approved reply: to confirmed addresses, once a reply, never to that of its own author or of
 * readers ignoring the author.
 */
export async function queueReplyNotices(tx: Tx, reply: Reply): Promise<void> {
	const { id, parentId, rootId } = reply
	if (parentId === null || rootId === null || !offersReplyMails()) return
	const now = Date.now()
	if (reply.createdAt.getTime() < now - RETENTION.replyNoticeDays * DAY_MS) return
	const waiting = await subscribersOf(tx, { threadId: rootId, parentId, author: reply.readerId })
	if (waiting.length === 0) return
	const own = await addressesOf(tx, reply)
	const addresses = waiting.filter(
		({ email, readerId, personId }) =>
			!own.has(email) &&
			(readerId === null || readerId !== reply.readerId) &&
			(personId === null || personId !== reply.personId),
	)
	const dueAt = new Date(now + NOTICE_PAUSE_MS)
	const rows = [...new Set(addresses.map(({ addressId }) => addressId))].map((addressId) => ({
		...{ addressId, commentId: id, dueAt },
	}))
	for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
		await tx
			.insert(replyNotices)
			.values(rows.slice(from, from + ROWS_AT_ONCE))
			.onConflictDoNothing()
}

const subscribersOf = prepared(['threadId', 'parentId', 'author'], (on, { threadId, parentId, author }) =>
	on
		.select({
			addressId: replyAddresses.id,
			email: replyAddresses.email,
			readerId: comments.readerId,
			personId: comments.personId,
		})
		.from(replySubscriptions)
		.innerJoin(replyAddresses, eq(replyAddresses.id, replySubscriptions.addressId))
		.innerJoin(comments, eq(comments.id, replySubscriptions.commentId))
		.where(
			and(
				eq(replySubscriptions.threadId, threadId),
				or(eq(replySubscriptions.commentId, parentId), sql`${replySubscriptions.wholeThread}`),
				isNotNull(replyAddresses.confirmedAt),
				not(ignores(sql`${author}`)),
			),
		),
)

/** The addresses of a reply's author: of the guest, or of the account. */
async function addressesOf(tx: Tx, { authorEmail, personId }: Reply): Promise<Set<string>> {
	const [account] = personId
		? await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
		: []
	return new Set([authorEmail, account?.email].flatMap((email) => (email ? [normalizeEmail(email)] : [])))
}
