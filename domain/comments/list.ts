import { desc, eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { commentVersions } from '@/db/schema'
import { foldText } from '@/lib/fold-text'
import type { ModerationPhase, Reason } from '@/lib/moderation-phases'
import { Refusal } from '@/lib/refusal'
import { authorize, type Viewer } from '../permissions'
import { findingsOf } from './findings'
import { type CommentRow, type CommentSource, commentById, heldIds, isInState, rowsPast } from './list-rows'
import type { ListedState } from './states'

/** Comments per page of the desk. */
export const COMMENTS_LISTED = 100
/** Comments searched per turn of the event loop: 40 ms if all are long and in the costliest script. */
const SEARCHED_AT_ONCE = 50
/** Comments searched per request; the next request continues after them. */
const SEARCHED_MAX = 20_000

export type CommentFilter = {
	state: ListedState
	/** Text to find in the comment, the commenter's name and address, and the story's headline. */
	search?: string
	/** Id of a story. */
	story?: number | null
	/** Id of a comment, whose author's comments are listed. */
	by?: number | null
	/** Phase of automatic moderation that held the comment. */
	phase?: ModerationPhase | null
	/** Id of the last comment of the previous page. */
	past?: number | null
	limit?: number
}

/** A comment with the phases that held it, in their order. */
export type DeskComment = CommentRow & { heldFor: Reason[] }

/**
 * Held comments, oldest first, or those of another state, newest first. `past` is the cursor of the next page: null
 * at the end, and set with fewer results when the search has reached `SEARCHED_MAX`.
 */
export async function listComments(viewer: Viewer, filter: CommentFilter) {
	authorize(viewer, 'moderate comments')
	const { state, story = null, phase = null, past = null, limit = COMMENTS_LISTED } = filter
	const readerId = filter.by ? await readerOfComment(filter.by) : null
	if (filter.by && !readerId) return { comments: [], past: null }
	const source: CommentSource = { state, story, readerId, phase }
	const term = comparable(filter.search ?? '')
	if (!term && phase === null) return toPage(limit, await rowsPast(source, past, limit + 1))
	const isWanted = (row: CommentRow) =>
		(phase === null || isInState(row, source)) && (!term || matches(row, term))
	const found: CommentRow[] = []
	let at = past
	for (let searched = 0; searched < SEARCHED_MAX; searched += SEARCHED_AT_ONCE) {
		const rows = await rowsPast(source, at, SEARCHED_AT_ONCE)
		found.push(...rows.filter(isWanted))
		if (found.length > limit) return toPage(limit, found)
		at = rows.at(-1)?.id ?? null
		if (rows.length < SEARCHED_AT_ONCE) return { comments: await withFindings(found), past: null }
		await new Promise((resolve) => setImmediate(resolve))
	}
	return { comments: await withFindings(found), past: at }
}

/** A comment in any state. @throws Refusal `not-found` */
export async function findCommentForDesk(viewer: Viewer, id: number): Promise<DeskComment> {
	authorize(viewer, 'moderate comments')
	const [comment] = await withFindings(await commentById(id))
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
	return (await heldIds(max)).length
}

async function readerOfComment(id: number): Promise<string | null> {
	const [comment] = await commentById(id)
	return comment?.readerId ?? null
}

async function toPage(limit: number, rows: CommentRow[]) {
	const shown = rows.slice(0, limit)
	const past = rows.length > limit ? (shown.at(-1)?.id ?? null) : null
	return { comments: await withFindings(shown), past }
}

async function withFindings(rows: CommentRow[]): Promise<DeskComment[]> {
	const findings = await findingsOf(
		readDb(),
		rows.map(({ id }) => id),
	)
	return rows.map((row) => ({ ...row, heldFor: findings.get(row.id) ?? [] }))
}

const matches = ({ body, authorName, authorEmail, article }: CommentRow, term: string): boolean =>
	[body, authorName, authorEmail ?? '', article.headline].some((text) => comparable(text).includes(term))

/** Folded text on one line, so that a search matches words across line breaks. */
const comparable = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim()
