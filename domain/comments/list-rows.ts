import { and, asc, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, commentFindings, comments, revisions } from '@/db/schema'
import type { ModerationPhase } from '@/lib/moderation-phases'
import { decisionOf, type ListedState } from './states'

/** Columns that narrow a list, each with an index of its own. */
export type CommentSource = {
	state: ListedState
	story: number | null
	readerId: string | null
	phase: ModerationPhase | null
}

/** Comments after a cursor: held ones oldest first, others newest first. */
export function rowsPast(source: CommentSource, past: number | null, limit: number) {
	const oldestFirst = source.state === 'waiting'
	const order = oldestFirst ? asc : desc
	const beyond = oldestFirst ? gt : lt
	if (source.phase) {
		// Read by the index of the phase, in its order; the rest is filtered by `isInState`.
		const { commentId, phase } = commentFindings
		const isHeld = and(eq(commentId, comments.id), eq(phase, source.phase))
		return select(and(isNull(comments.deletedAt), past === null ? undefined : beyond(commentId, past)))
			.innerJoin(commentFindings, isHeld)
			.orderBy(order(commentId))
			.limit(limit)
	}
	return select(and(conditionOf(source), past === null ? undefined : beyond(comments.id, past)))
		.orderBy(order(comments.id))
		.limit(limit)
}

function conditionOf({ state, story, readerId }: CommentSource): SQL | undefined {
	return and(
		isNull(comments.deletedAt),
		readerId === null ? undefined : eq(comments.readerId, readerId),
		story === null ? undefined : eq(comments.articleId, story),
		conditionOfState(state),
	)
}

function conditionOfState(state: ListedState): SQL | undefined {
	if (state === 'all') return undefined
	if (state === 'waiting' || state === 'approved') return eq(comments.state, state)
	// As in the partial index of spam.
	return state === 'spam'
		? sql`${comments.isSpam}`
		: and(eq(comments.state, 'rejected'), sql`not ${comments.isSpam}`)
}

/** Whether a row read by its phase belongs to the list. */
export const isInState = (row: CommentRow, { state, story, readerId }: CommentSource): boolean =>
	(state === 'all' || decisionOf(row) === state) &&
	(story === null || row.article.id === story) &&
	(readerId === null || row.readerId === readerId)

export const commentById = (id: number) => select(eq(comments.id, id))

export const heldIds = (max: number) =>
	readDb().select({ id: comments.id }).from(comments).where(eq(comments.state, 'waiting')).limit(max)

const select = (where: SQL | undefined) =>
	readDb()
		.select({
			id: comments.id,
			readerId: comments.readerId,
			authorName: comments.authorName,
			authorEmail: comments.authorEmail,
			body: comments.body,
			state: comments.state,
			isSpam: comments.isSpam,
			createdAt: comments.createdAt,
			pickedAt: comments.pickedAt,
			article: { id: articles.id, slug: articles.slug, headline: revisions.headline },
		})
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(where)
		.$dynamic()

export type CommentRow = Awaited<ReturnType<typeof select>>[number]
