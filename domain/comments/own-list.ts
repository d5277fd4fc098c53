import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { readDb } from '@/db'
import { commentDecisions, comments } from '@/db/schema'
import type { Reason } from '@/lib/moderation-phases'
import { type PublicName, publicNames } from '../articles/public-names'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'
import { findingsOf } from './findings'
import { editableFor } from './own'
import type { CommentState } from './states'

/** A comment for the list of its author. */
export type OwnComment = {
	id: number
	body: string
	/** `deleted`: by its author. */
	state: CommentState | 'deleted'
	createdAt: Date
	editedAt: Date | null
	/** Time left to edit it, in ms. */
	editableFor: number
	/** Public comments that answer it. */
	replies: number
	/** Phases of automatic moderation that hold it. */
	heldFor: Reason[]
	/** The decision in force about it, which has a page; removals of earlier releases have none. */
	decision: { rule: (typeof commentDecisions.$inferSelect)['rule']; law: string } | null
	/** Null for a story that is neither on the site nor withdrawn. */
	story: PublicName | null
}

const PER_PAGE = 25

/** A page of the viewer's comments on all stories, the newest first; `before` is the cursor of the next one. */
export async function listOwnComments(
	viewer: Viewer,
	{ before = null, limit = PER_PAGE }: { before?: number | null; limit?: number } = {},
): Promise<{ comments: OwnComment[]; before: number | null }> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return { comments: [], before: null }
	const rows = await rowsOf(readerId, before, limit + 1)
	const shown = rows.slice(0, limit)
	const waiting = shown.filter(({ comment }) => comment.state === 'waiting').map(({ comment }) => comment.id)
	const [heldFor, stories] = await Promise.all([
		findingsOf(readDb(), waiting),
		publicNames(shown.map(({ comment }) => comment.articleId)),
	])
	return {
		comments: shown.map(({ comment, replies, decision }) => ({
			id: comment.id,
			body: comment.body,
			state: comment.deletedAt ? 'deleted' : comment.state,
			createdAt: comment.createdAt,
			editedAt: comment.editedAt,
			editableFor: editableFor(comment),
			replies,
			heldFor: heldFor.get(comment.id) ?? [],
			decision: comment.state === 'rejected' && !comment.deletedAt ? decision : null,
			story: stories.get(comment.articleId) ?? null,
		})),
		before: rows.length > limit ? (shown.at(-1)?.comment.id ?? null) : null,
	}
}

const rowsOf = (readerId: string, before: number | null, limit: number) =>
	readDb()
		.select({
			comment: comments,
			replies: sql<number>`(
				select count(*) from comments as reply
				where reply.parent_id = ${comments.id} and reply.state = 'approved'
			)`.mapWith(Number),
			decision: { rule: commentDecisions.rule, law: commentDecisions.law },
		})
		.from(comments)
		.leftJoin(
			commentDecisions,
			eq(
				commentDecisions.id,
				sql`(select max(id) from comment_decisions where comment_id = ${comments.id} and reversed_at is null)`,
			),
		)
		.where(and(eq(comments.readerId, readerId), before === null ? undefined : lt(comments.id, before)))
		.orderBy(desc(comments.id))
		.limit(limit)
