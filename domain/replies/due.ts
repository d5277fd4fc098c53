import {
	and,
	asc,
	countDistinct,
	eq,
	gt,
	inArray,
	isNotNull,
	isNull,
	lte,
	min,
	notInArray,
} from 'drizzle-orm'
import { readDb, type Tx } from '@/db'
import { articles, comments, replyAddresses, replyNotices, replySubscriptions, revisions } from '@/db/schema'
import { isLive } from '../articles/live'
import { dropIgnored } from './ignored'

/**
 * Mails to an address within 24 hours at most, so that a lively talk does not fill a mailbox: further replies wait, and
 * come joined in the next.
 */
export const MAILS_A_DAY = 5
/** Addresses of one run: mails are sent one after another. */
const ADDRESSES_MAX = 50
/** Replies of one mail, which bounds its memory; further ones come in the next. */
const REPLIES_MAX = 200
const DAY_MS = 86_400_000

/** An address whose link is due, with the comment that asked for it. */
export type DueLink = {
	id: string
	email: string
	attempts: number
	comment: { id: number; slug: string; headline: string }
}

/** Addresses to ask, whose comment readers can see. */
export async function listDueLinks(now: Date): Promise<DueLink[]> {
	const rows = await readDb()
		.select({
			id: replyAddresses.id,
			email: replyAddresses.email,
			attempts: replyAddresses.askAttempts,
			comment: {
				id: comments.id,
				slug: articles.slug,
				headline: revisions.headline,
			},
		})
		.from(replyAddresses)
		.innerJoin(replySubscriptions, eq(replySubscriptions.addressId, replyAddresses.id))
		.innerJoin(comments, eq(comments.id, replySubscriptions.commentId))
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(
			and(
				isNull(replyAddresses.confirmedAt),
				lte(replyAddresses.askAt, now),
				eq(comments.state, 'approved'),
				isLive(now),
			),
		)
		.orderBy(asc(replyAddresses.askAt), asc(comments.id))
		.limit(ADDRESSES_MAX)
	return rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) === index)
}

/** Addresses with replies to tell of, which have not had all mails of the day. */
export async function listDueAddresses(now: Date): Promise<{ id: string; email: string }[]> {
	const since = new Date(now.getTime() - DAY_MS)
	const mailed = readDb()
		.select({ id: replyNotices.addressId })
		.from(replyNotices)
		.where(gt(replyNotices.sentAt, since))
		.groupBy(replyNotices.addressId)
		.having(gt(countDistinct(replyNotices.sentAt), MAILS_A_DAY - 1))
	return readDb()
		.select({ id: replyAddresses.id, email: replyAddresses.email })
		.from(replyNotices)
		.innerJoin(replyAddresses, eq(replyAddresses.id, replyNotices.addressId))
		.innerJoin(comments, eq(comments.id, replyNotices.commentId))
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.where(
			and(
				isNull(replyNotices.sentAt),
				lte(replyNotices.dueAt, now),
				isNotNull(replyAddresses.confirmedAt),
				eq(comments.state, 'approved'),
				isLive(now),
				notInArray(replyAddresses.id, mailed),
			),
		)
		.groupBy(replyAddresses.id)
		.orderBy(min(replyNotices.dueAt))
		.limit(ADDRESSES_MAX)
}

/** A reply to tell of. */
export type DueReply = {
	id: number
	authorName: string
	body: string
	threadId: number | null
	slug: string
	headline: string
	attempts: number
}

/**
 * Marks the replies that an address is told of now as mailed, before the mail: a stop between the two loses a mail, and
 * sends none twice. Replies taken down, of ignored people, of withdrawn stories and in ended threads are not among them.
 */
export async function claimReplies(tx: Tx, addressId: string, now: Date): Promise<DueReply[]> {
	await tx.lock('reply address', addressId)
	const [address] = await tx.select().from(replyAddresses).where(eq(replyAddresses.id, addressId))
	if (!address?.confirmedAt) return []
	await dropIgnored(tx, addressId)
	const replies = await tx
		.select({
			id: comments.id,
			authorName: comments.authorName,
			body: comments.body,
			threadId: comments.rootId,
			slug: articles.slug,
			headline: revisions.headline,
			attempts: replyNotices.attempts,
		})
		.from(replyNotices)
		.innerJoin(comments, eq(comments.id, replyNotices.commentId))
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(
			and(
				eq(replyNotices.addressId, addressId),
				isNull(replyNotices.sentAt),
				lte(replyNotices.dueAt, now),
				eq(comments.state, 'approved'),
				isLive(now),
			),
		)
		.orderBy(asc(comments.id))
		.limit(REPLIES_MAX)
	await tx.update(replyNotices).set({ sentAt: now }).where(isAmong(addressId, replies))
	return replies
}

/** The notices of an address about some replies. */
export const isAmong = (addressId: string, replies: { id: number }[]) =>
	and(
		eq(replyNotices.addressId, addressId),
		inArray(
			replyNotices.commentId,
			replies.map(({ id }) => id),
		),
	)
