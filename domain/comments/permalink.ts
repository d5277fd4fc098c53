import { and, eq, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles, comments } from '@/db/schema'
import { DEFAULT_ORDER } from '@/lib/thread-order'
import type { Viewer } from '../permissions'
import { findComment, findTombstonePage } from './paging'
import type { CommentState } from './states'
import { hasTombstone } from './tombstones'

/** A comment that the thread shows, with its page; `rejected` is a tombstone, or a removed one with replies. */
type LinkedComment = { id: number; state: CommentState; page: number }

/**
 * The comment of a permalink: a visible one, the placeholder of a removed one, or `gone` for a removed one that the
 * thread omits. Null for an unknown comment, and for a held one of another reader.
 */
export async function findLinkedComment(
	viewer: Viewer,
	articleId: number,
	id: number,
	order = DEFAULT_ORDER,
): Promise<LinkedComment | 'gone' | null> {
	const visible = await findComment(viewer, articleId, id, order)
	if (visible) return { id, state: visible.state, page: visible.page }
	if (await hasTombstone(articleId, id))
		return { id, state: 'rejected', page: await findTombstonePage(id, order) }
	const [removed] = await rejectedOn(readDb(), { articleId, id })
	if (!removed) return null
	const [reply] = await firstReplyBelow(readDb(), { id })
	const placed = reply && (await findComment(viewer, articleId, reply.id, order))
	return placed ? { id, state: 'rejected', page: placed.page } : 'gone'
}

const rejectedOn = prepared(['articleId', 'id'], (on, { articleId, id }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.where(and(eq(comments.id, id), eq(comments.articleId, articleId), eq(comments.state, 'rejected'))),
)

/** The oldest approved comment below another one, at any depth. */
const firstReplyBelow = prepared(['id'], (on, { id }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.where(
			and(
				eq(comments.state, 'approved'),
				sql`${comments.id} in (
					with recursive below(id) as (
						select id from comments where parent_id = ${id}
						union
						select comments.id from comments join below on parent_id = below.id
					)
					select id from below
				)`,
			),
		)
		.orderBy(comments.id)
		.limit(1),
)

/** Whether the page of the story at a slug differs for the address of this comment. */
export async function isLinkable(slug: string, commentId: number): Promise<boolean> {
	const [found] = await publicOn(readDb(), { slug, commentId })
	if (!found) return false
	if (found.state === 'approved' || (await hasTombstone(found.articleId, commentId))) return true
	return (await firstReplyBelow(readDb(), { id: commentId })).length > 0
}

const publicOn = prepared(['slug', 'commentId'], (on, { slug, commentId }) =>
	on
		.select({ state: comments.state, articleId: comments.articleId })
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.where(
			and(
				eq(comments.id, commentId),
				sql`${comments.state} in ('approved', 'rejected')`,
				eq(articles.slug, slug),
			),
		),
)

/** Whether the story at a slug has an approved comment with that id. */
export async function isReplyable(slug: string, commentId: number): Promise<boolean> {
	const [found] = await approvedOn(readDb(), { slug, commentId })
	return found !== undefined
}

const approvedOn = prepared(['slug', 'commentId'], (on, { slug, commentId }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.where(and(eq(comments.id, commentId), eq(comments.state, 'approved'), eq(articles.slug, slug))),
)
