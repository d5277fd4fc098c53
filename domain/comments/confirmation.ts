import { and, eq, gt, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { articles, auditEvents, commentConfirmations, comments, readers, revisions } from '@/db/schema'
import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { RETENTION } from '@/lib/retention'
import { newToken } from '../invitations'
import { mailCommentLink } from '../mails'
import { queueReplyNotices } from '../replies/queue'
import { hashToken } from '../sessions'
import { siteSettings } from '../settings'
import { adjustCommentTally } from '../tallies'
import { findingsOf, storeFindings } from './findings'
import { restrictionOf } from './restrictions'
import type { CommentState } from './states'

const DAYS = RETENTION.emailConfirmationDays
const DAY_MS = 86_400_000

type Row = typeof comments.$inferSelect

/** Mails the link that confirms the address of a guest's comment, and releases the comment. */
export async function mailCommentConfirmation(commentId: number): Promise<void> {
	const [comment] = await readDb()
		.select({ email: comments.authorEmail, headline: revisions.headline })
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(eq(comments.id, commentId), isNull(comments.emailConfirmedAt)))
	if (!comment?.email) return
	const link = await makeCommentLink(commentId)
	await mailCommentLink(comment.email, { link, headline: comment.headline, days: DAYS })
}

/** URL that confirms the address of a guest's comment once. */
export async function makeCommentLink(commentId: number): Promise<string> {
	const token = newToken()
	const expiresAt = new Date(Date.now() + DAYS * DAY_MS)
	const slug = await write(async (tx) => {
		await tx.insert(commentConfirmations).values({ tokenHash: hashToken(token), commentId, expiresAt })
		const [story] = await tx
			.select({ slug: articles.slug })
			.from(comments)
			.innerJoin(articles, eq(articles.id, comments.articleId))
			.where(eq(comments.id, commentId))
		return story?.slug ?? ''
	})
	return `${env.siteUrl}/news/${encodeURIComponent(slug)}/comments/${commentId}/confirm?token=${token}`
}

/** Whether the link of a token can confirm the address of a comment. */
export async function isOpenCommentLink(commentId: number, token: string): Promise<boolean> {
	const [row] = await readDb()
		.select({ id: comments.id })
		.from(commentConfirmations)
		.innerJoin(comments, eq(comments.id, commentConfirmations.commentId))
		.where(and(open(token), eq(comments.id, commentId), isNull(comments.deletedAt)))
	return row !== undefined
}

/**
 * Consumes the link, and confirms the address of the comment and of the guest's others with it: those that nothing
 * else holds appear.
 *
 * @returns the state of the comment of the link
 * @throws Refusal `gone` for a used or expired link, and for a comment that its author has deleted
 */
export async function confirmComment(commentId: number, token: string): Promise<CommentState> {
	const { timeZone } = await siteSettings()
	return write(async (tx) => {
		await tx.lock('comment', commentId)
		const [link] = await tx
			.delete(commentConfirmations)
			.where(and(open(token), eq(commentConfirmations.commentId, commentId)))
			.returning({ id: commentConfirmations.commentId })
		const [of] = link ? await tx.select().from(comments).where(eq(comments.id, commentId)) : []
		if (!of?.authorEmail || of.deletedAt) throw new Refusal('gone', messages().refusals.linkUsed)
		const { readerId, authorEmail } = of
		if (readerId) await tx.lock('reader', readerId)
		const isGuests = and(
			readerId ? eq(comments.readerId, readerId) : eq(comments.id, commentId),
			eq(comments.authorEmail, authorEmail),
			isNull(comments.emailConfirmedAt),
		)
		const own = await tx.select({ id: comments.id }).from(comments).where(isGuests)
		for (const { id } of own) await release(tx, id, timeZone, { emailConfirmedAt: new Date() })
		const [after] = await tx
			.select({ state: comments.state })
			.from(comments)
			.where(eq(comments.id, commentId))
		return after?.state ?? 'waiting'
	})
}

/** Releases the comments of an account after the confirmation of its address, as `confirmComment`. */
export async function releaseCommentsOf(tx: Tx, personId: string, timeZone: string): Promise<void> {
	const waiting = await tx
		.select({ id: comments.id })
		.from(comments)
		.innerJoin(readers, eq(readers.id, comments.readerId))
		.where(and(eq(readers.personId, personId), eq(comments.state, 'waiting')))
	for (const { id } of waiting) await release(tx, id, timeZone)
}

async function release(tx: Tx, id: number, timeZone: string, changes: Partial<Row> = {}): Promise<void> {
	await tx.lock('comment', id)
	const [comment] = await tx.select().from(comments).where(eq(comments.id, id))
	if (!comment) return
	if (Object.keys(changes).length > 0) await tx.update(comments).set(changes).where(eq(comments.id, id))
	const held = (await findingsOf(tx, [id])).get(id) ?? []
	const others = held.filter(({ phase }) => phase !== 'unconfirmed')
	if (others.length === held.length || comment.state !== 'waiting') return
	const restriction = comment.readerId
		? await restrictionOf(tx, { readerId: comment.readerId, email: comment.authorEmail }, timeZone)
		: null
	const isNew = restriction && !others.some(({ phase }) => phase === 'banned')
	const left = isNew ? [...others, restriction] : others
	await storeFindings(tx, id, left)
	if (left.length > 0 || (await isDecided(tx, id))) return
	await tx.update(comments).set({ state: 'approved', decidedAt: new Date() }).where(eq(comments.id, id))
	tx.changed('comments', `comments:${comment.articleId}`)
	await adjustCommentTally(tx, comment.articleId, 1)
	await queueReplyNotices(tx, comment)
}

/** Whether the desk or reports put the comment into its state, of which the log has an event. */
async function isDecided(tx: Tx, id: number): Promise<boolean> {
	const [event] = await tx
		.select({ id: auditEvents.id })
		.from(auditEvents)
		.where(eq(auditEvents.subject, `comment:${id}`))
		.limit(1)
	return event !== undefined
}

const open = (token: string) =>
	and(eq(commentConfirmations.tokenHash, hashToken(token)), gt(commentConfirmations.expiresAt, new Date()))
