import { and, desc, eq, isNull, or } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, commentComplaints, commentDecisions, comments, revisions } from '@/db/schema'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'

/**
 * The decision in force about one of the viewer's own comments, or the last one if a complaint reversed it; null for
 * other comments, and without a decision.
 * The viewer is an account, or the reader of the browser's cookie.
 */
export async function findOwnDecision(viewer: Viewer, commentId: number) {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return null
	const [found] = await readDb()
		.select({
			decision: commentDecisions,
			comment: { id: comments.id, body: comments.body, createdAt: comments.createdAt },
			article: { slug: articles.slug, headline: revisions.headline },
		})
		.from(comments)
		.innerJoin(commentDecisions, eq(commentDecisions.commentId, comments.id))
		.leftJoin(
			commentComplaints,
			and(eq(commentComplaints.decisionId, commentDecisions.id), eq(commentComplaints.side, 'author')),
		)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(
			and(
				eq(comments.id, commentId),
				eq(comments.readerId, readerId),
				or(isNull(commentDecisions.reversedAt), eq(commentComplaints.outcome, 'upheld')),
			),
		)
		.orderBy(desc(commentDecisions.id))
		.limit(1)
	return found ?? null
}

export type OwnDecision = NonNullable<Awaited<ReturnType<typeof findOwnDecision>>>
