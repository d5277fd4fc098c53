import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { type comments, replyAddresses, replySubscriptions } from '@/db/schema'
import { env } from '@/lib/env'
import { isAccountConfirmed } from '../comments/confirmed-address'

/** Replies that the author of a comment wants mails about. */
export type WantedReplies = 'own' | 'thread'

/**
 * Time in ms between two mails with the link to one address. A comment with the address of a stranger, which the desk
 * approves, causes no more of them.
 */
export const ASK_PAUSE_MS = 24 * 3_600_000

type Comment = Pick<typeof comments.$inferSelect, 'id' | 'rootId' | 'personId'>

/** Whether the form of a comment offers mails about replies. */
export const offersReplyMails = (): boolean => env.smtpUrl !== ''

/**
 * Notes that the author of a new comment wants mails about replies. An address that is not confirmed gets a mail with a
 * link once the comment is approved; until it is confirmed, no other mail is sent. That of an account counts as
 * confirmed if the account's is.
 */
export async function subscribeToReplies(
	tx: Tx,
	{ id, rootId, personId }: Comment,
	{ email, wants }: { email: string; wants: WantedReplies },
): Promise<void> {
	if (!offersReplyMails()) return
	const now = new Date()
	const addressId = await lockAddressOf(tx, email)
	const [known] = await tx.select().from(replyAddresses).where(eq(replyAddresses.id, addressId))
	const isConfirmed = personId !== null && (await isAccountConfirmed(tx, personId))
	const unasked = isConfirmed ? { askAt: null, confirmedAt: now } : { askAt: now }
	if (!known) await tx.insert(replyAddresses).values({ id: addressId, email, wantedAt: now, ...unasked })
	else
		await tx
			.update(replyAddresses)
			.set({ wantedAt: now, ...(isConfirmed ? unasked : askAgain(known, now)) })
			.where(eq(replyAddresses.id, addressId))
	await tx
		.insert(replySubscriptions)
		.values({ commentId: id, addressId, threadId: rootId ?? id, wholeThread: wants === 'thread' })
}

/** The id of an address, or a new one. Locks the address against a second row, and its row against links of mails. */
async function lockAddressOf(tx: Tx, email: string): Promise<string> {
	await tx.lock('reply address', email)
	const [known] = await tx
		.select({ id: replyAddresses.id })
		.from(replyAddresses)
		.where(eq(replyAddresses.email, email))
	const id = known?.id ?? crypto.randomUUID()
	await tx.lock('reply address', id)
	return id
}

type Address = typeof replyAddresses.$inferSelect

/** The next mail with the link to an address that is not confirmed. */
function askAgain({ confirmedAt, askAt, askedAt }: Address, now: Date) {
	if (confirmedAt || askAt) return {}
	return {
		askAttempts: 0,
		askAt: new Date(Math.max(now.getTime(), (askedAt?.getTime() ?? 0) + ASK_PAUSE_MS)),
	}
}

/** Ends the mails about replies to a comment that its author deletes. */
export async function unsubscribeComment(tx: Tx, commentId: number): Promise<void> {
	await tx.delete(replySubscriptions).where(eq(replySubscriptions.commentId, commentId))
}
