import { and, eq, type Placeholder, type SQL } from 'drizzle-orm'
import { COMMENT_STATES, comments } from '@/db/schema'

export type CommentState = (typeof COMMENT_STATES)[number]

/** What the desk can decide; spam is rejected, in a list of its own. */
export const DECISIONS = [...COMMENT_STATES, 'spam'] as const
export type Decision = (typeof DECISIONS)[number]

export const isDecision = (text: string): text is Decision => DECISIONS.some((decision) => decision === text)

export const decisionOf = ({ state, isSpam }: { state: CommentState; isSpam: boolean }): Decision =>
	state === 'rejected' && isSpam ? 'spam' : state

/** Lists of the desk: one for each decision, and one of all comments. */
export type ListedState = Decision | 'all'

export const isListedState = (text: string): text is ListedState => text === 'all' || isDecision(text)

export const isApprovedOn = (articleId: number | Placeholder): SQL | undefined =>
	and(eq(comments.articleId, articleId), eq(comments.state, 'approved'))

export const isHeldBy = (readerId: string | Placeholder, articleId: number | Placeholder): SQL | undefined =>
	and(eq(comments.readerId, readerId), eq(comments.state, 'waiting'), eq(comments.articleId, articleId))
