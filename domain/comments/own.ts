import { and, eq, isNull } from 'drizzle-orm'
import { prepared, readDb, type Tx, write } from '@/db'
import { comments, commentVersions, respects } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { isStaffRole } from '@/lib/roles'
import { requireLive } from '../articles/live'
import { requireResponses } from '../articles/section-choices'
import type { Viewer } from '../permissions'
import { ensureReader, readerIdOf } from '../readers'
import { unsubscribeComment } from '../replies/subscribe'
import { siteSettings } from '../settings'
import { adjustCommentTally } from '../tallies'
import { autoModerate, recentComments } from './auto-moderation'
import { checkExternally } from './external-check'
import { storeFindings } from './findings'
import { limitHeldComments } from './held'
import { ignoresAuthorOn } from './ignore'
import { checkBody, type PostedComment } from './post'
import { removeRespects } from './respect-rows'
import { deletedValues } from './tombstones'

/** Time in which the author may edit a comment, in ms: long enough for a slip, too short to change a conversation. */
export const EDIT_WITHIN_MS = 10 * 60_000

type Stored = typeof comments.$inferSelect

/** Time left to edit a comment, in ms; 0 if it is over. */
export const editableFor = ({ createdAt, state }: Pick<Stored, 'createdAt' | 'state'>): number =>
	state === 'rejected' ? 0 : Math.max(0, createdAt.getTime() + EDIT_WITHIN_MS - Date.now())

/** The viewer's own comment, with the time left to edit it in ms. @throws Refusal `not-found` */
export async function findOwnComment(viewer: Viewer, articleId: number, id: number) {
	const readerId = await readerIdOf(viewer)
	const [found] = readerId ? await ownComment(readDb(), { articleId, id, readerId }) : []
	if (!found) throw new Refusal('not-found', messages().refusals.notOwnComment)
	const { body, state, authorName } = found
	return { id, body, state, authorName, editableFor: editableFor(found) }
}

/**
 * Replaces the text of the viewer's own comment within `EDIT_WITHIN_MS`, and keeps the former one for moderators. The
 * new text passes automatic moderation; that of a comment approved by the desk waits for the desk again, so that an
 * approved text is not exchanged for another.
 *
 * @throws Refusal `not-found` unless it is the viewer's own, `gone` after the time, or `invalid`
 */
export async function editComment(
	viewer: Viewer,
	articleId: number,
	id: number,
	text: string,
): Promise<PostedComment> {
	const settings = await siteSettings()
	const body = checkBody(text)
	const isStaff = isStaffRole(viewer.person?.role ?? null)
	const { authorName } = await findOwnComment(viewer, articleId, id)
	const external = isStaff ? null : await checkExternally({ body, name: authorName, articleId })
	return write(async (tx) => {
		const responses = await requireResponses(tx, articleId, settings)
		const { comment, readerId } = await lockOwn(tx, viewer, articleId, id)
		if (editableFor(comment) === 0) throw new Refusal('gone', messages().refusals.editOver, 'body')
		if (comment.body === body) return { id, state: comment.state, heldFor: [] }
		const wasApproved = comment.state === 'approved'
		const isDecided = comment.decidedBy !== null && !isStaff
		const { authorName: name, authorEmail: email } = comment
		const recent = (await recentComments(tx, { readerId })).filter((each) => each.id !== id)
		const written = { body, name, settings, external, recent }
		const heldFor = await autoModerate(tx, { ...written, viewer, readerId, email, honeypot: '', responses })
		const state = wasApproved && !isDecided && heldFor.length === 0 ? 'approved' : 'waiting'
		if (wasApproved && state === 'waiting') await limitHeldComments(tx, articleId, readerId)
		const undecided = state === 'waiting' ? { decidedBy: null, decidedAt: null } : {}
		await storeFindings(tx, id, heldFor)
		await tx.insert(commentVersions).values({ commentId: id, body: comment.body })
		await tx
			.update(comments)
			.set({ body, state, editedAt: new Date(), pickedAt: null, ...undecided })
			.where(eq(comments.id, id))
		if (wasApproved) tx.changed('comments', `comments:${articleId}`)
		if (wasApproved && state === 'waiting') await adjustCommentTally(tx, articleId, -1)
		return { id, state, heldFor }
	})
}

/**
 * Deletes the text, former texts and author of the viewer's own comment; its row stays, to keep the thread together and
 * to say for a while that it is deleted.
 *
 * @throws Refusal `not-found` unless it is the viewer's own
 */
export async function deleteComment(viewer: Viewer, articleId: number, id: number): Promise<void> {
	await write(async (tx) => {
		await requireLive(tx, articleId)
		const { comment } = await lockOwn(tx, viewer, articleId, id)
		await tx.delete(commentVersions).where(eq(commentVersions.commentId, id))
		await removeRespects(tx, [{ id, articleId }])
		await unsubscribeComment(tx, id)
		await tx.update(comments).set(deletedValues(comment)).where(eq(comments.id, id))
		if (comment.state !== 'approved') return
		tx.changed('comments', `comments:${articleId}`)
		await adjustCommentTally(tx, articleId, -1)
	})
}

async function lockOwn(tx: Tx, viewer: Viewer, articleId: number, id: number) {
	const readerId = await ensureReader(tx, viewer)
	await tx.lock('reader', readerId)
	await tx.lock('comment', id)
	const [comment] = await ownComment(tx, { articleId, id, readerId })
	if (!comment) throw new Refusal('not-found', messages().refusals.notOwnComment)
	return { comment, readerId }
}

const ownComment = prepared(['articleId', 'id', 'readerId'], (on, { articleId, id, readerId }) =>
	on
		.select()
		.from(comments)
		.where(
			and(
				eq(comments.id, id),
				eq(comments.articleId, articleId),
				eq(comments.readerId, readerId),
				isNull(comments.deletedAt),
			),
		),
)

/**
 * Whether the viewer has comments or respects on the story, or ignores an author there, which pages shared with other
 * readers do not show.
 */
export async function hasOwnState(viewer: Viewer, articleId: number): Promise<boolean> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return false
	const [comment] = await approvedOf(readDb(), { articleId, readerId })
	if (comment || (await respectsOf(readDb(), { articleId, readerId })).length > 0) return true
	return ignoresAuthorOn(articleId, readerId)
}

const approvedOf = prepared(['articleId', 'readerId'], (on, { articleId, readerId }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.where(
			and(eq(comments.readerId, readerId), eq(comments.state, 'approved'), eq(comments.articleId, articleId)),
		)
		.limit(1),
)

const respectsOf = prepared(['articleId', 'readerId'], (on, { articleId, readerId }) =>
	on
		.select({ id: respects.commentId })
		.from(respects)
		.innerJoin(comments, eq(comments.id, respects.commentId))
		.where(and(eq(respects.readerId, readerId), eq(comments.articleId, articleId)))
		.limit(1),
)
