import { and, eq, type Placeholder, type SQL } from 'drizzle-orm'
import { COMMENT_STATES, comments } from '@/db/schema'

export type CommentState = (typeof COMMENT_STATES)[number]

export const isCommentState = (text: string): text is CommentState =>
	COMMENT_STATES.some((state) => state === text)

export const isApprovedOn = (articleId: number | Placeholder): SQL | undefined =>
	and(eq(comments.articleId, articleId), eq(comments.state, 'approved'))

export const isHeldBy = (readerId: string | Placeholder, articleId: number | Placeholder): SQL | undefined =>
	and(eq(comments.readerId, readerId), eq(comments.state, 'waiting'), eq(comments.articleId, articleId))
