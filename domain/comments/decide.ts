import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { read } from '@/db/connection'
import { articles, COMMENT_STATES, comments, revisions } from '@/db/schema'
import { write } from '@/db/write'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { demand, type Viewer } from '../permissions'
import { countApproved } from '../tallies'

export type CommentState = (typeof COMMENT_STATES)[number]

export const isCommentState = (text: string): text is CommentState =>
	COMMENT_STATES.some((state) => state === text)

/** Comments on one screen of the desk. */
const COMMENTS_MAX = 100

/** What waits for a moderator, oldest first, or what was decided, newest first; with the story it belongs to. */
export async function listComments(viewer: Viewer, state: CommentState, limit = COMMENTS_MAX) {
	demand(viewer, 'moderate comments')
	return read()
		.select({
			id: comments.id,
			authorName: comments.authorName,
			authorEmail: comments.authorEmail,
			body: comments.body,
			createdAt: comments.createdAt,
			article: { slug: articles.slug, headline: revisions.headline },
		})
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(eq(comments.state, state), isNull(comments.deletedAt)))
		.orderBy(state === 'waiting' ? asc(comments.id) : desc(comments.id))
		.limit(limit)
}

const AUDITED = {
	approved: 'approve comment',
	rejected: 'reject comment',
	waiting: 'reopen comment',
} as const

/** Approves or rejects a comment or lets it wait again, whatever was decided before; the tally follows. */
export async function decideComment(
	viewer: Viewer,
	commentId: number,
	decision: CommentState,
): Promise<void> {
	demand(viewer, 'moderate comments')
	const decided =
		decision === 'waiting'
			? { decidedBy: null, decidedAt: null }
			: { decidedBy: viewer.person?.id ?? null, decidedAt: new Date() }
	await write(async (tx) => {
		const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
		if (!comment) throw new Refusal('unknown', 'This comment is no longer there.')
		if (comment.state === decision) return
		await tx
			.update(comments)
			.set({ state: decision, ...decided })
			.where(eq(comments.id, commentId))
		if (decision === 'approved') await countApproved(tx, comment.articleId, 1)
		if (comment.state === 'approved') await countApproved(tx, comment.articleId, -1)
		await audit(tx, viewer, AUDITED[decision], `comment:${commentId}`)
	})
}
