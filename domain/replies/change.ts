import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { articles, comments, replyAddresses, replyNotices, replySubscriptions, revisions } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { parseReplyToken } from './links'

/** What a link of a mail shows. `headline` is that of the thread's story; null for mails about several threads. */
export type ReplyMails =
	| { state: 'unconfirmed' }
	| { state: 'confirmed' }
	| { state: 'on'; headline: string | null }
	/** Mails of the thread, or of all threads, have ended; `others` is the number of comments with mails left. */
	| { state: 'off'; others: number }

/** The mails of a link's address; null for a forged, expired or forgotten link. */
export async function findReplyMails(token: string): Promise<ReplyMails | null> {
	const link = parseReplyToken(token)
	const [address] = link
		? await readDb().select().from(replyAddresses).where(eq(replyAddresses.id, link.addressId))
		: []
	if (!link) return null
	if (link.kind === 'confirm') {
		if (!address) return null
		return { state: address.confirmedAt ? 'confirmed' : 'unconfirmed' }
	}
	const wanted = address?.confirmedAt ? await countWanted(link.addressId) : new Map<number, number>()
	const all = [...wanted.values()].reduce((sum, number) => sum + number, 0)
	if (link.threadId === null) return all > 0 ? { state: 'on', headline: null } : { state: 'off', others: 0 }
	if (!wanted.has(link.threadId)) return { state: 'off', others: all }
	return { state: 'on', headline: await headlineOf(link.threadId) }
}

/** Numbers of comments with mails by thread. */
async function countWanted(addressId: string): Promise<Map<number, number>> {
	const rows = await readDb()
		.select({ threadId: replySubscriptions.threadId, number: count() })
		.from(replySubscriptions)
		.where(eq(replySubscriptions.addressId, addressId))
		.groupBy(replySubscriptions.threadId)
	return new Map(rows.map(({ threadId, number }) => [threadId, number]))
}

async function headlineOf(commentId: number): Promise<string | null> {
	const [story] = await readDb()
		.select({ headline: revisions.headline })
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(eq(comments.id, commentId))
	return story?.headline ?? null
}

/** Confirms the address of a link. @throws Refusal `gone` for a forged, expired or forgotten link */
export async function confirmReplyMails(token: string): Promise<void> {
	const link = parseReplyToken(token)
	if (link?.kind !== 'confirm') throw linkGone()
	await write(async (tx) => {
		const address = await lockAddress(tx, link.addressId)
		if (!address) throw linkGone()
		if (address.confirmedAt) return
		await tx
			.update(replyAddresses)
			.set({ confirmedAt: new Date(), askAt: null })
			.where(eq(replyAddresses.id, address.id))
	})
}

/**
 * Ends the mails of a link: about its thread, or all. Repeated and for a forgotten address it does nothing.
 *
 * @throws Refusal `gone` for a forged link
 */
export async function stopReplyMails(token: string, which: 'thread' | 'all'): Promise<void> {
	const link = parseReplyToken(token)
	if (!link) throw linkGone()
	const threadId = link.kind === 'stop' && which === 'thread' ? link.threadId : null
	await write(async (tx) => {
		const address = await lockAddress(tx, link.addressId)
		if (!address) return
		await (threadId === null ? endAll(tx, address.id) : endThread(tx, address.id, threadId))
	})
}

const linkGone = (): Refusal => new Refusal('gone', messages().replyMails.linkGone)

async function lockAddress(tx: Tx, id: string) {
	await tx.lock('reply address', id)
	const [address] = await tx.select().from(replyAddresses).where(eq(replyAddresses.id, id))
	return address
}

/** The row stays for a while, so that the address is asked at most once a day. */
async function endAll(tx: Tx, addressId: string): Promise<void> {
	await tx.delete(replySubscriptions).where(eq(replySubscriptions.addressId, addressId))
	await tx.delete(replyNotices).where(and(eq(replyNotices.addressId, addressId), isNull(replyNotices.sentAt)))
	await tx
		.update(replyAddresses)
		.set({ confirmedAt: null, askAt: null })
		.where(eq(replyAddresses.id, addressId))
}

async function endThread(tx: Tx, addressId: string, threadId: number): Promise<void> {
	await tx
		.delete(replySubscriptions)
		.where(and(eq(replySubscriptions.addressId, addressId), eq(replySubscriptions.threadId, threadId)))
	const replies = tx.select({ id: comments.id }).from(comments).where(eq(comments.rootId, threadId))
	await tx
		.delete(replyNotices)
		.where(
			and(
				eq(replyNotices.addressId, addressId),
				isNull(replyNotices.sentAt),
				inArray(replyNotices.commentId, replies),
			),
		)
}
