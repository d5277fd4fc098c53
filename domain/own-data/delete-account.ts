import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import {
	accessibilityMessages,
	commentReports,
	comments,
	invitations,
	moods,
	people,
	ratings,
	readerRestrictions,
	readers,
	replyAddresses,
	respects,
} from '@/db/schema'
import { personTag } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { keepRestrictions } from '../comments/kept-restrictions'
import { adjustRespectTally, removeRespect } from '../comments/respect-rows'
import { forgetDemoRow } from '../demo/rows'
import { ANONYMOUS, type SignedInViewer } from '../permissions'
import { requireAnotherOwner } from '../person-access'
import { ensureReader } from '../readers'
import { requireRecentSignIn } from '../recent-sign-in'
import { siteMessages } from '../settings'
import { removeCounted } from '../votes/cast'
import { deleteSetAside, listSetAside } from '../votes/set-aside'
import { requireNoWork } from './deletable'
import { leaveComments } from './leave-comments'

export const TEXT_CHOICES = ['keep', 'delete'] as const
/** Whether the texts of published comments stay without their author. */
export type TextChoice = (typeof TEXT_CHOICES)[number]

/**
 * Deletes the viewer's account with its sign-in, sessions, votes, drafts and reading list, and takes its person out of
 * comments, reports and messages. The tallies fall with the votes.
 *
 * @throws Refusal `unconfirmed` without a recent sign-in, `conflict` for an account with work of the newsroom
 */
export async function deleteOwnAccount(viewer: SignedInViewer, texts: TextChoice): Promise<void> {
	requireRecentSignIn(viewer)
	const { deletedAccount: name } = (await siteMessages()).deletion
	await write(async (tx) => {
		const personId = viewer.person.id
		await tx.lock('person', personId)
		const [person] = await tx.select().from(people).where(eq(people.id, personId))
		if (!person) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
		await requireAnotherOwner(tx, person)
		await requireNoWork(tx, personId)
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		await removeVotes(tx, readerId)
		await leaveComments(tx, { personId, readerId }, { name, texts })
		// Anyone can sign up with an address that is not theirs, so an unconfirmed one is not taken from others' rows.
		if (person.email && person.emailConfirmedAt) await eraseAddress(tx, person.email)
		if (person.email && person.emailConfirmedAt) await keepRestrictions(tx, readerId, person.email)
		// With its drafts, reading list, restrictions and notes.
		await tx.delete(readers).where(eq(readers.id, readerId))
		await forgetDemoRow(tx, 'reader', readerId)
		// With its sessions, means of sign-in and links.
		await tx.delete(people).where(eq(people.id, personId))
		await forgetDemoRow(tx, 'person', personId)
		tx.changed(personTag(personId), 'staff')
		await audit(tx, ANONYMOUS, 'delete own account', 'people')
	})
}

/** Removes all votes of a reader from the tallies. */
async function removeVotes(tx: Tx, readerId: string): Promise<void> {
	for (const [name, table] of [
		['mood', moods],
		['rating', ratings],
	] as const) {
		const rows = await tx
			.select({ articleId: table.articleId })
			.from(table)
			.where(eq(table.readerId, readerId))
		for (const { articleId } of rows) await removeCounted(tx, name, { articleId, readerId })
	}
	for (const vote of await listSetAside(tx, readerId)) await deleteSetAside(tx, vote)
	const given = await tx
		.select({ commentId: respects.commentId, articleId: comments.articleId })
		.from(respects)
		.innerJoin(comments, eq(comments.id, respects.commentId))
		.where(eq(respects.readerId, readerId))
	for (const { commentId, articleId } of given) {
		await removeRespect(tx, { commentId, readerId })
		await adjustRespectTally(tx, articleId, commentId, -1)
	}
}

/** Removes an e-mail address, and the name beside it, where it was given without the account. */
async function eraseAddress(tx: Tx, email: string): Promise<void> {
	await tx.update(commentReports).set({ name: '', email: '' }).where(eq(commentReports.email, email))
	await tx.update(accessibilityMessages).set({ email: '' }).where(eq(accessibilityMessages.email, email))
	await tx.update(comments).set({ authorEmail: null }).where(eq(comments.authorEmail, email))
	await tx.update(readerRestrictions).set({ email: null }).where(eq(readerRestrictions.email, email))
	await tx.delete(replyAddresses).where(eq(replyAddresses.email, email))
	await tx.update(invitations).set({ email: null, name: null }).where(eq(invitations.email, email))
}
