import { and, eq, inArray, notInArray, or } from 'drizzle-orm'
import { inNumbers, type Tx } from '@/db'
import {
	commentComplaints,
	commentConfirmations,
	commentDecisions,
	commentFindings,
	comments,
	commentVersions,
	replyAddresses,
	replySubscriptions,
} from '@/db/schema'
import { removeRespects } from '../comments/respect-rows'
import { deletedValues } from '../comments/tombstones'
import { adjustCommentTally } from '../tallies'

type Owner = { personId: string; readerId: string }

type Row = { id: number; articleId: number; state: string; deletedAt: Date | null }

/**
 * Takes the author out of all comments of an account, with former texts and the reasons of moderation. Public ones keep
 * their text under `name`, unless `texts` is `delete`; all others lose it and keep their threads together as
 * placeholders. Within a write that holds the lock of the reader.
 */
export async function leaveComments(
	tx: Tx,
	owner: Owner,
	{ name, texts }: { name: string; texts: 'keep' | 'delete' },
): Promise<void> {
	const isOwn = or(eq(comments.readerId, owner.readerId), eq(comments.personId, owner.personId))
	const { id, articleId, state, deletedAt } = comments
	const list = () => tx.select({ id, articleId, state, deletedAt }).from(comments).where(isOwn).orderBy(id)
	for (const row of await list()) await tx.lock('comment', row.id)
	const own: Row[] = await list()
	if (own.length === 0) return
	const all = own.map((row) => row.id)
	const approved = own.filter((row) => row.state === 'approved')
	const erased = own.filter((row) => !row.deletedAt && (row.state !== 'approved' || texts === 'delete'))
	await tx
		.update(comments)
		.set({ authorName: name, authorEmail: null, emailConfirmedAt: null, readerId: null, personId: null })
		.where(inNumbers(comments.id, all))
	await tx.delete(commentVersions).where(inNumbers(commentVersions.commentId, all))
	await tx.delete(commentFindings).where(inNumbers(commentFindings.commentId, all))
	await tx.delete(commentConfirmations).where(inNumbers(commentConfirmations.commentId, all))
	await deleteReplyMails(tx, all)
	await emptyComplaints(tx, all)
	await erase(
		tx,
		own.filter((row) => row.deletedAt || erased.includes(row)),
	)
	for (const [article, number] of countByArticle(approved)) {
		tx.changed('comments', `comments:${article}`)
		if (texts === 'delete') await adjustCommentTally(tx, article, -number)
	}
}

/** Replaces comments by placeholders, as their author's deletion does. */
async function erase(tx: Tx, rows: Row[]): Promise<void> {
	await removeRespects(tx, rows)
	for (const state of ['approved', 'rejected'] as const)
		await tx
			.update(comments)
			.set(deletedValues({ state }))
			.where(
				inNumbers(
					comments.id,
					rows.filter((row) => (row.state === 'approved') === (state === 'approved')).map(({ id }) => id),
				),
			)
}

/** Deletes the wishes for mails about replies to comments, and the addresses that have no other. */
async function deleteReplyMails(tx: Tx, commentIds: number[]): Promise<void> {
	const removed = await tx
		.delete(replySubscriptions)
		.where(inNumbers(replySubscriptions.commentId, commentIds))
		.returning({ id: replySubscriptions.addressId })
	const wanted = tx.select({ id: replySubscriptions.addressId }).from(replySubscriptions)
	for (const { id } of removed)
		await tx
			.delete(replyAddresses)
			.where(and(eq(replyAddresses.id, id), notInArray(replyAddresses.id, wanted)))
}

async function emptyComplaints(tx: Tx, commentIds: number[]): Promise<void> {
	const about = tx
		.select({ id: commentDecisions.id })
		.from(commentDecisions)
		.where(inNumbers(commentDecisions.commentId, commentIds))
	await tx
		.update(commentComplaints)
		.set({ text: '' })
		.where(and(eq(commentComplaints.side, 'author'), inArray(commentComplaints.decisionId, about)))
}

function countByArticle(rows: Row[]): Map<number, number> {
	const counts = new Map<number, number>()
	for (const { articleId } of rows) counts.set(articleId, (counts.get(articleId) ?? 0) + 1)
	return counts
}
