import { and, desc, eq, isNull, or } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, commentComplaints, commentDecisions, comments, revisions } from '@/db/schema'
import { hmac, unsign } from '@/lib/signing'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'

const PURPOSE = 'own-decision'

/** Token of the decision's address in the mail to the author, which is read on any device. */
const tokenOf = (commentId: number): string => hmac(PURPOSE, String(commentId))

const isTokenOf = (commentId: number, token: string): boolean =>
	token !== '' && unsign(PURPOSE, `${commentId}.${token}`) !== null

/** Path of the decision about a comment for its author. */
export const decisionPath = (commentId: number, token = ''): string =>
	`/decisions/${commentId}${token && `?token=${token}`}`

export const mailedDecisionPath = (commentId: number): string => decisionPath(commentId, tokenOf(commentId))

/**
 * The decision in force about one of the viewer's own comments, or the last one if a complaint reversed it; null for
 * other comments, and without a decision.
 * The viewer is an account, the reader of the browser's cookie, or has the token of a mail.
 */
export async function findOwnDecision(viewer: Viewer, commentId: number, token = '') {
	const isMailed = isTokenOf(commentId, token)
	const readerId = isMailed ? null : await readerIdOf(viewer)
	if (!isMailed && !readerId) return null
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
				readerId === null ? undefined : eq(comments.readerId, readerId),
				or(isNull(commentDecisions.reversedAt), eq(commentComplaints.outcome, 'upheld')),
			),
		)
		.orderBy(desc(commentDecisions.id))
		.limit(1)
	return found ?? null
}

export type OwnDecision = NonNullable<Awaited<ReturnType<typeof findOwnDecision>>>
