import { and, asc, desc, eq, gt, isNull, lt, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, comments, commentVersions, revisions } from '@/db/schema'
import { foldText } from '@/lib/fold-text'
import { Refusal } from '@/lib/refusal'
import { authorize, type Viewer } from '../permissions'
import type { CommentState } from './states'

/** Comments per page of the desk. */
export const COMMENTS_LISTED = 100
/** Comments searched per turn of the event loop: 40 ms if all are long and in the costliest script. */
const SEARCHED_AT_ONCE = 50
/** Comments searched per request; the next request continues after them. */
const SEARCHED_MAX = 20_000

export type CommentFilter = {
	state: CommentState
	/** Text to find in the comment, the commenter's name and address, and the story's headline. */
	search?: string
	/** Id of the last comment of the previous page. */
	past?: number | null
	limit?: number
}

/**
 * Held comments, oldest first, or approved or rejected ones, newest first. `past` is the cursor of the next
 * page: null at the end, and set with fewer results when the search has reached `SEARCHED_MAX`.
 */
export async function listComments(viewer: Viewer, filter: CommentFilter) {
	authorize(viewer, 'moderate comments')
	const { state, past = null, limit = COMMENTS_LISTED } = filter
	const term = comparable(filter.search ?? '')
	if (!term) return toPage(limit, await commentsPast(state, past, limit + 1))
	const found: DeskComment[] = []
	let at = past
	for (let searched = 0; searched < SEARCHED_MAX; searched += SEARCHED_AT_ONCE) {
		const rows = await commentsPast(state, at, SEARCHED_AT_ONCE)
		found.push(...rows.filter((row) => matches(row, term)))
		if (found.length > limit) return toPage(limit, found)
		at = rows.at(-1)?.id ?? null
		if (rows.length < SEARCHED_AT_ONCE) return { comments: found, past: null }
		await new Promise((resolve) => setImmediate(resolve))
	}
	return { comments: found, past: at }
}

/** A comment in any state. @throws Refusal `not-found` */
export async function findCommentForDesk(viewer: Viewer, id: number): Promise<DeskComment> {
	authorize(viewer, 'moderate comments')
	const [comment] = await select(eq(comments.id, id))
	if (!comment) throw new Refusal('not-found', 'There is no comment with this number.')
	return comment
}

/** Former texts of a comment, the newest first. */
export async function listCommentVersions(viewer: Viewer, id: number) {
	authorize(viewer, 'moderate comments')
	return readDb()
		.select({ id: commentVersions.id, body: commentVersions.body, replacedAt: commentVersions.replacedAt })
		.from(commentVersions)
		.where(eq(commentVersions.commentId, id))
		.orderBy(desc(commentVersions.id))
}

/** The number of held comments, counted up to `max`. */
export async function countHeldComments(viewer: Viewer, max: number): Promise<number> {
	authorize(viewer, 'moderate comments')
	const held = await readDb()
		.select({ id: comments.id })
		.from(comments)
		.where(eq(comments.state, 'waiting'))
		.limit(max)
	return held.length
}

const toPage = (limit: number, rows: DeskComment[]) => {
	const shown = rows.slice(0, limit)
	return { comments: shown, past: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

function commentsPast(state: CommentState, past: number | null, limit: number) {
	const oldestFirst = state === 'waiting'
	const beyond = past === null ? undefined : oldestFirst ? gt(comments.id, past) : lt(comments.id, past)
	return select(and(eq(comments.state, state), isNull(comments.deletedAt), beyond))
		.orderBy(oldestFirst ? asc(comments.id) : desc(comments.id))
		.limit(limit)
}

const select = (where: SQL | undefined) =>
	readDb()
		.select({
			id: comments.id,
			authorName: comments.authorName,
			authorEmail: comments.authorEmail,
			body: comments.body,
			state: comments.state,
			createdAt: comments.createdAt,
			pickedAt: comments.pickedAt,
			article: { slug: articles.slug, headline: revisions.headline },
		})
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(where)
		.$dynamic()

export type DeskComment = Awaited<ReturnType<typeof select>>[number]

const matches = ({ body, authorName, authorEmail, article }: DeskComment, term: string): boolean =>
	[body, authorName, authorEmail ?? '', article.headline].some((text) => comparable(text).includes(term))

/** Folded text on one line, so that a search matches words across line breaks. */
const comparable = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim()
