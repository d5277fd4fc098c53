import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Connection, inList, listParameter, prepared, readDb, valuesOf } from '@/db'
import { articles, comments, commentTallies, people, revisions } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import type { Reason } from '@/lib/moderation-phases'
import { isStaffRole } from '@/lib/roles'
import { languageOf } from '../articles/translations'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'
import { siteSettings } from '../settings'
import { findingsOf } from './findings'
import { COMMENTS_PER_PAGE, type PlacedThread, threadsOnPage } from './paging'
import { isApprovedOn, isHeldBy } from './states'
import type { CommentView, ThreadView } from './views'

/** Own held comments shown per story; above `HELD_PER_STORY_MAX` only after the desk reopened some. */
export const HELD_SHOWN_MAX = 50

/** One page of a story's approved comments, with the viewer's own held ones. */
export async function listThread(viewer: Viewer, articleId: number, { page = 1 } = {}): Promise<ThreadView> {
	dependsOn(`comments:${articleId}`, 'staff')
	const readerId = await readerIdOf(viewer)
	const placed = await threadsOnPage(articleId, readerId, page)
	const here = await commentsOf(articleId, readerId, placed)
	const above = await ancestorsOf(here)
	const waiting = here.filter(({ comment }) => comment.state === 'waiting')
	const heldFor = await findingsOf(
		readDb(),
		waiting.map(({ comment }) => comment.id),
	)
	return {
		total: await countComments(articleId),
		page: placed.page,
		pages: placed.pages,
		threads: nest([
			...here.map((row) => view(row, readerId, 'here', heldFor.get(row.comment.id))),
			...above.map((row) => view(row, readerId, row.comment.state === 'approved' ? 'elsewhere' : 'removed')),
		]),
	}
}

/** The comments of a page: whole threads, and the page's part of threads longer than a page. */
async function commentsOf(
	articleId: number,
	readerId: string | null,
	{ page, threads }: { page: number; threads: PlacedThread[] },
): Promise<Row[]> {
	const long = threads.filter(({ size }) => size > COMMENTS_PER_PAGE)
	const whole = threads.filter((each) => !long.includes(each)).map(({ thread }) => thread)
	const held = readerId ? await listHeld(readDb(), { articleId, readerId }) : []
	const rows = [
		...(await listWhole(readDb(), { articleId, threads: listParameter(whole) })),
		...held.filter((row) => whole.includes(threadOf(row))),
	]
	for (const placed of long) {
		const { part, from, to } = await partOf(articleId, placed, page)
		const isHere = (row: Row) => row.comment.id > from && row.comment.id < to
		rows.push(...part, ...held.filter((row) => threadOf(row) === placed.thread && isHere(row)))
	}
	return rows
}

const threadOf = ({ comment }: Row): number => comment.rootId ?? comment.id

/** The part of a divided thread on a page, oldest first, and the ids that bound it. */
async function partOf(articleId: number, { thread, size, before }: PlacedThread, page: number) {
	const end = page * COMMENTS_PER_PAGE - before
	const offset = Math.max(0, end - COMMENTS_PER_PAGE)
	const limit = Math.min(size, end) - offset
	const rows = await listPart(readDb(), { articleId, thread, offset, limit: limit + 1 })
	const part = rows.slice(0, limit)
	return {
		part,
		from: offset === 0 ? 0 : (part[0]?.comment.id ?? 0),
		to: rows[limit]?.comment.id ?? Number.POSITIVE_INFINITY,
	}
}

/** Ancestors of the page's comments that are not on it: on an earlier page, or removed. */
async function ancestorsOf(rows: Row[]): Promise<Row[]> {
	const here = new Set(rows.map(({ comment }) => comment.id))
	const parents = rows
		.map(({ comment }) => comment.parentId)
		.filter((id): id is number => id !== null && !here.has(id))
	if (parents.length === 0) return []
	const above = await listAncestors(readDb(), { parents: listParameter(parents) })
	return above.filter(({ comment }) => !here.has(comment.id))
}

const listWhole = prepared(['articleId', 'threads'], (on, { articleId, threads }) => {
	const roots = sql`select id from comments where ${inList(sql`id`, threads)} and state = 'approved'`
	const replies = sql`select id from comments where ${isApprovedOn(articleId)} and ${inList(sql`root_id`, threads)}`
	return among(on, sql`(${roots} union all ${replies})`)
})

const listPart = prepared(
	['articleId', 'thread', 'offset', 'limit'],
	(on, { articleId, thread, offset, limit }) => {
		const root = sql`select id from comments where id = ${thread} and state = 'approved'`
		const replies = sql`select id from comments where ${isApprovedOn(articleId)} and root_id = ${thread}`
		return among(on, sql`(${root} union all ${replies} order by id limit ${limit} offset ${offset})`)
	},
)

const listAncestors = prepared(['parents'], (on, { parents }) =>
	among(
		on,
		sql`(
			with recursive above(id) as (
				${valuesOf(parents)}
				union
				select parent_id from comments join above using (id) where parent_id is not null
			)
			select id from above
		)`,
	),
)

const listHeld = prepared(['articleId', 'readerId'], (on, { articleId, readerId }) =>
	select(on).where(isHeldBy(readerId, articleId)).orderBy(comments.id).limit(HELD_SHOWN_MAX),
)

const select = (on: Connection) =>
	on
		.select({ comment: comments, role: people.role })
		.from(comments)
		.leftJoin(people, eq(people.id, comments.personId))
		.$dynamic()

const among = (on: Connection, ids: SQL) => select(on).where(inArray(comments.id, ids)).orderBy(comments.id)

type Row = Awaited<ReturnType<typeof select>>[number]

export async function countComments(articleId: number): Promise<number> {
	const [tally] = await tallyOf(readDb(), { articleId })
	return tally?.approved ?? 0
}

const tallyOf = prepared(['articleId'], (on, { articleId }) =>
	on.select().from(commentTallies).where(eq(commentTallies.articleId, articleId)),
)

/** Whether the story at a slug has an approved comment with that id. */
export async function isReplyable(slug: string, commentId: number): Promise<boolean> {
	const [found] = await approvedOn(readDb(), { slug, commentId })
	return found !== undefined
}

const approvedOn = prepared(['slug', 'commentId'], (on, { slug, commentId }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.where(and(eq(comments.id, commentId), eq(comments.state, 'approved'), eq(articles.slug, slug))),
)

export async function listOwnComments(viewer: Viewer, limit = 50) {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return []
	const site = await siteSettings()
	const rows = await readDb()
		.select({
			id: comments.id,
			body: comments.body,
			state: comments.state,
			createdAt: comments.createdAt,
			article: { slug: articles.slug, headline: revisions.headline, language: articles.language },
		})
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(eq(comments.readerId, readerId))
		.orderBy(desc(comments.id))
		.limit(limit)
	return rows.map(({ article, ...comment }) => ({
		...comment,
		article: { ...article, language: languageOf(article, site) },
	}))
}

type Node = CommentView & { parentId: number | null }

function view(
	{ comment, role }: Row,
	readerId: string | null,
	shown: CommentView['shown'],
	heldFor: Reason[] = [],
): Node {
	return {
		id: comment.id,
		parentId: comment.parentId,
		shown,
		authorName: shown === 'removed' ? '' : comment.authorName,
		staff: isStaffRole(role),
		mine: readerId !== null && comment.readerId === readerId,
		waiting: comment.state === 'waiting',
		heldFor,
		body: shown === 'here' ? comment.body : '',
		createdAt: comment.createdAt,
		replies: [],
	}
}

/** Builds the tree: threads newest first, replies oldest first. */
function nest(nodes: Node[]): CommentView[] {
	const byId = new Map(nodes.map((each) => [each.id, each]))
	const inOrder = nodes.sort((a, b) => a.id - b.id)
	for (const each of inOrder) if (each.parentId !== null) byId.get(each.parentId)?.replies.push(each)
	return inOrder.filter((each) => each.parentId === null).reverse()
}
