import { and, count, desc, eq, gt, inArray, isNull, or, type Placeholder, sql } from 'drizzle-orm'
import { type Connection, read } from '@/db/connection'
import { prepared } from '@/db/prepared'
import { articles, comments, commentTallies, people, revisions } from '@/db/schema'
import { dependsOn } from '@/lib/changes'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'
import type { CommentView, ThreadView } from './views'

/** Threads on a page: enough to read for a while, small enough to arrive at once. */
export const THREADS_PER_PAGE = 25
/** Replies read for one page; a longer argument is cut off rather than the page held up. */
const REPLIES_MAX = 2_000

export async function listThread(viewer: Viewer, articleId: number, { page = 1 } = {}): Promise<ThreadView> {
	dependsOn(`comments:${articleId}`)
	const readerId = await readerIdOf(viewer)
	const [roots] = await countRoots(read(), { articleId, readerId })
	const pages = Math.max(1, Math.ceil((roots?.number ?? 0) / THREADS_PER_PAGE))
	const current = Math.min(Math.max(1, page), pages)
	const rows = await rootsAndReplies({ articleId, readerId }, current)
	return {
		total: await countComments(articleId),
		page: current,
		pages,
		threads: nest(rows.map((row) => view(row, readerId))),
	}
}

type Shown = { articleId: number; readerId: string | null }

async function rootsAndReplies(shown: Shown, page: number): Promise<Row[]> {
	const roots = await listRoots(read(), { ...shown, offset: (page - 1) * THREADS_PER_PAGE })
	if (roots.length === 0) return []
	const rootIds = JSON.stringify(roots.map((row) => row.comment.id))
	return [...roots, ...(await listReplies(read(), { ...shown, rootIds }))]
}

const countRoots = prepared(['articleId', 'readerId'], (on, { articleId, readerId }) =>
	on
		.select({ number: count() })
		.from(comments)
		.where(and(eq(comments.articleId, articleId), visibleTo(readerId), isNull(comments.rootId))),
)

const listRoots = prepared(['articleId', 'readerId', 'offset'], (on, { articleId, readerId, offset }) =>
	select(on)
		.where(and(eq(comments.articleId, articleId), visibleTo(readerId), isNull(comments.rootId)))
		.orderBy(desc(comments.id))
		.limit(THREADS_PER_PAGE)
		.offset(offset),
)

const listReplies = prepared(['articleId', 'readerId', 'rootIds'], (on, { articleId, readerId, rootIds }) =>
	select(on)
		.where(
			and(
				eq(comments.articleId, articleId),
				visibleTo(readerId),
				inArray(comments.rootId, sql`(select value from json_each(${rootIds}))`),
			),
		)
		.orderBy(comments.id)
		.limit(REPLIES_MAX),
)

export async function countComments(articleId: number): Promise<number> {
	const [tally] = await tallyOf(read(), { articleId })
	return tally?.approved ?? 0
}

const tallyOf = prepared(['articleId'], (on, { articleId }) =>
	on.select().from(commentTallies).where(eq(commentTallies.articleId, articleId)),
)

/** Whether readers see a comment of that number under the live story at a slug. */
export async function isReplyable(slug: string, commentId: number): Promise<boolean> {
	const [found] = await approvedOn(read(), { slug, commentId })
	return found !== undefined
}

const approvedOn = prepared(['slug', 'commentId'], (on, { slug, commentId }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.where(
			and(
				eq(comments.id, commentId),
				eq(comments.state, 'approved'),
				isNull(comments.deletedAt),
				eq(articles.slug, slug),
			),
		),
)

/** Comments of the viewer's own that nobody else sees yet. */
export async function countWaiting(viewer: Viewer, articleId: number): Promise<number> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return 0
	const [own] = await read()
		.select({ number: count() })
		.from(comments)
		.where(
			and(eq(comments.articleId, articleId), eq(comments.readerId, readerId), eq(comments.state, 'waiting')),
		)
	return own?.number ?? 0
}

/** The page of an article's threads on which this viewer finds a comment. */
export async function pageOfComment(viewer: Viewer, commentId: number): Promise<number> {
	const [comment] = await read().select().from(comments).where(eq(comments.id, commentId))
	if (!comment) return 1
	const [later] = await read()
		.select({ number: count() })
		.from(comments)
		.where(
			and(
				eq(comments.articleId, comment.articleId),
				visibleTo(await readerIdOf(viewer)),
				isNull(comments.rootId),
				gt(comments.id, comment.rootId ?? comment.id),
			),
		)
	return Math.floor((later?.number ?? 0) / THREADS_PER_PAGE) + 1
}

export async function listOwnComments(viewer: Viewer, limit = 50) {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return []
	return read()
		.select({
			id: comments.id,
			body: comments.body,
			state: comments.state,
			createdAt: comments.createdAt,
			article: { slug: articles.slug, headline: revisions.headline },
		})
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(eq(comments.readerId, readerId))
		.orderBy(desc(comments.id))
		.limit(limit)
}

/** What is approved, and what waits of the asking reader's own; without a reader (null) there is none of it. */
const visibleTo = (readerId: string | null | Placeholder) =>
	or(
		eq(comments.state, 'approved'),
		and(eq(comments.state, 'waiting'), sql`${comments.readerId} = ${readerId}`),
	)

const select = (on: Connection) =>
	on
		.select({ comment: comments, role: people.role })
		.from(comments)
		.leftJoin(people, eq(people.id, comments.personId))
		.$dynamic()

type Row = Awaited<ReturnType<typeof select>>[number]

function view({ comment, role }: Row, readerId: string | null): CommentView & { parentId: number | null } {
	const deleted = comment.deletedAt !== null
	return {
		id: comment.id,
		parentId: comment.parentId,
		authorName: deleted ? '' : comment.authorName,
		staff: role !== null && role !== 'reader',
		mine: readerId !== null && comment.readerId === readerId,
		waiting: comment.state === 'waiting',
		body: deleted ? '' : comment.body,
		createdAt: comment.createdAt,
		depth: comment.depth,
		deleted,
		replies: [],
	}
}

/** A reply whose parent is not shown is not shown either. */
function nest(views: (CommentView & { parentId: number | null })[]): CommentView[] {
	const byId = new Map(views.map((each) => [each.id, each]))
	for (const each of views) if (each.parentId !== null) byId.get(each.parentId)?.replies.push(each)
	return views.filter((each) => each.parentId === null)
}
