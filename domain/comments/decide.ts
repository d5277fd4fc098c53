import { asc, eq } from 'drizzle-orm'
import { read } from '@/db/connection'
import { articles, comments, revisions } from '@/db/schema'
import { write } from '@/db/write'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { demand, type Viewer } from '../permissions'
import { countApproved } from '../tallies'

/** What waits for a moderator, oldest first, with the story it belongs to. */
export async function listWaitingComments(viewer: Viewer, limit = 100) {
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
		.where(eq(comments.state, 'waiting'))
		.orderBy(asc(comments.id))
		.limit(limit)
}

/** Approves or rejects a comment, whatever was decided before; the tally follows. */
export async function decideComment(
	viewer: Viewer,
	commentId: number,
	decision: 'approved' | 'rejected',
): Promise<void> {
	demand(viewer, 'moderate comments')
	await write(async (tx) => {
		const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
		if (!comment) throw new Refusal('unknown', 'This comment is no longer there.')
		if (comment.state === decision) return
		await tx
			.update(comments)
			.set({ state: decision, decidedBy: viewer.person?.id ?? null, decidedAt: new Date() })
			.where(eq(comments.id, commentId))
		if (decision === 'approved') await countApproved(tx, comment.articleId, 1)
		if (comment.state === 'approved') await countApproved(tx, comment.articleId, -1)
		await audit(
			tx,
			viewer,
			decision === 'approved' ? 'approve comment' : 'reject comment',
			`comment:${commentId}`,
		)
	})
}
