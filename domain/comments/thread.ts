import { eq, sql } from 'drizzle-orm'
import { listParameter, prepared, readDb } from '@/db'
import { comments, commentTallies } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import type { Reason } from '@/lib/moderation-phases'
import { isStaffRole } from '@/lib/roles'
import { DEFAULT_ORDER, type ThreadOrder } from '@/lib/thread-order'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'
import { findingsOf } from './findings'
import { authorsOf, listHighlights } from './highlights'
import { ignoredBy } from './ignore'
import { flatPage } from './ordered-paging'
import { editableFor } from './own'
import { type PlacedThread, threadsOnPage } from './paging'
import { isApprovedOn } from './states'
import {
	listAncestors,
	listHeld,
	listPart,
	listRespected,
	listSome,
	listWhole,
	type Row,
} from './thread-rows'
import { isTombstone, type Tombstone, tombstonesOn } from './tombstones'
import type { CommentView, ThreadView } from './views'

type PageRequest = { page?: number; order?: ThreadOrder }

/** One page of a story's approved comments, with tombstones and the viewer's own held ones. */
export async function listThread(
	viewer: Viewer,
	articleId: number,
	{ page = 1, order = DEFAULT_ORDER }: PageRequest = {},
): Promise<ThreadView> {
	dependsOn(`comments:${articleId}`, 'staff')
	const readerId = await readerIdOf(viewer)
	const among = { articleId, readerId, tombstones: await tombstonesOn(articleId) }
	const listed = await (order.view === 'flat' ? flatRows : nestedRows)(among, page, order)
	const ids = listParameter(listed.here.map(({ comment }) => comment.id))
	const respected = readerId ? await listRespected(readDb(), { readerId, ids }) : []
	const ignored = readerId ? await ignoredBy(readDb(), readerId) : new Set<string>()
	const authors = await authorsOf(articleId)
	const waiting = listed.here.filter(({ comment }) => comment.state === 'waiting')
	const heldFor = await findingsOf(
		readDb(),
		waiting.map(({ comment }) => comment.id),
	)
	const context = { readerId, authors, ignored, respected: new Set(respected.map(({ id }) => id)), heldFor }
	return {
		total: await countComments(articleId),
		page: listed.page,
		pages: listed.pages,
		order,
		newest: (await newestComment(articleId)).id,
		highlights: await listHighlights(articleId, authors),
		threads: nest(
			[
				...listed.here.map((row) => view(row, context, isTombstone(row) ? 'deleted' : 'here')),
				...listed.above.map((row) => view(row, context, placeholderOf(row))),
			],
			listed.inOrder,
		),
	}
}

type Listed = {
	page: number
	pages: number
	here: Row[]
	/** Ancestors of the comments that are not on the page. */
	above: Row[]
	/** Ids of the first comments of the page's threads, or in the flat order of all comments. */
	inOrder: number[]
}

type Source = { articleId: number; readerId: string | null; tombstones: Tombstone[] }

async function nestedRows(source: Source, requested: number, order: ThreadOrder): Promise<Listed> {
	const { articleId, readerId, tombstones } = source
	const placed = await threadsOnPage(articleId, readerId, requested, order, tombstones)
	const here = await commentsOf(source, { ...placed, size: order.size })
	const { page, pages, threads } = placed
	return { page, pages, here, above: await ancestorsOf(here), inOrder: threads.map(({ thread }) => thread) }
}

/** The comments of a flat page, each with the name of the comment that it answers. */
async function flatRows(
	{ articleId, readerId, tombstones }: Source,
	requested: number,
	order: ThreadOrder,
): Promise<Listed> {
	const held = readerId ? await listHeld(readDb(), { articleId, readerId }) : []
	const unapproved = [...held.map(({ comment }) => comment.id), ...tombstones.map(({ id }) => id)]
	const { page, pages, ids } = await flatPage(articleId, unapproved, requested, order)
	const here = await listSome(readDb(), { ids: listParameter(ids) })
	const parents = await listSome(readDb(), {
		ids: listParameter(here.flatMap(({ comment }) => comment.parentId ?? [])),
	})
	const names = new Map(
		parents
			.filter(({ comment }) => comment.state === 'approved')
			.map(({ comment }) => [comment.id, comment.authorName]),
	)
	const rows = here.map((row) => {
		const { parentId } = row.comment
		const authorName = parentId === null ? undefined : names.get(parentId)
		const inReplyTo = parentId !== null && authorName !== undefined ? { id: parentId, authorName } : null
		return { ...row, comment: { ...row.comment, parentId: null }, inReplyTo }
	})
	return { page, pages, here: rows, above: [], inOrder: ids }
}

/** The comments of a page: whole threads, and the page's part of threads longer than a page. */
async function commentsOf(
	{ articleId, readerId, tombstones }: Source,
	{ page, threads, size: full }: { page: number; threads: PlacedThread[]; size: number },
): Promise<Row[]> {
	const long = threads.filter(({ size }) => size > full)
	const whole = threads.filter((each) => !long.includes(each)).map(({ thread }) => thread)
	const held = readerId ? await listHeld(readDb(), { articleId, readerId }) : []
	const placed = new Set(threads.map(({ thread }) => thread))
	const deleted = tombstones.filter(({ thread }) => placed.has(thread)).map(({ id }) => id)
	const unapproved = deleted.length
		? [...held, ...(await listSome(readDb(), { ids: listParameter(deleted) }))]
		: held
	const rows = [
		...(await listWhole(readDb(), { articleId, threads: listParameter(whole) })),
		...unapproved.filter((row) => whole.includes(threadOf(row))),
	]
	for (const each of long) {
		const { part, from, to } = await partOf(articleId, each, page, full)
		const isHere = (row: Row) => row.comment.id > from && row.comment.id < to
		rows.push(...part, ...unapproved.filter((row) => threadOf(row) === each.thread && isHere(row)))
	}
	return rows
}

const threadOf = ({ comment }: Row): number => comment.rootId ?? comment.id

/** The part of a divided thread on a page, oldest first, and the ids that bound it. */
async function partOf(articleId: number, { thread, size, before }: PlacedThread, page: number, full: number) {
	const end = page * full - before
	const offset = Math.max(0, end - full)
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

export async function countComments(articleId: number): Promise<number> {
	const [tally] = await tallyOf(readDb(), { articleId })
	return tally?.approved ?? 0
}

/** The id of a story's newest public comment, 0 without one, and the number of all. */
export async function newestComment(articleId: number): Promise<{ id: number; total: number }> {
	dependsOn(`comments:${articleId}`)
	const [newest] = await newestOf(readDb(), { articleId })
	return { id: newest?.id ?? 0, total: await countComments(articleId) }
}

const newestOf = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ id: sql<number>`coalesce(max(${comments.id}), 0)` })
		.from(comments)
		.where(isApprovedOn(articleId)),
)

const tallyOf = prepared(['articleId'], (on, { articleId }) =>
	on.select().from(commentTallies).where(eq(commentTallies.articleId, articleId)),
)

type Node = CommentView & { parentId: number | null }

function placeholderOf({ comment }: Row): CommentView['shown'] {
	if (comment.state === 'approved') return 'elsewhere'
	return comment.deletedAt ? 'deleted' : 'removed'
}

type Context = {
	readerId: string | null
	authors: ReadonlySet<string>
	ignored: ReadonlySet<string>
	respected: Set<number>
	heldFor: Map<number, Reason[]>
}

function view(
	{ comment, role, respects, inReplyTo = null }: Row,
	{ readerId, authors, ignored, respected, heldFor }: Context,
	shown: CommentView['shown'],
): Node {
	const isNamed = shown === 'here' || shown === 'elsewhere'
	const mine = readerId !== null && comment.readerId === readerId
	return {
		id: comment.id,
		parentId: comment.parentId,
		shown,
		depth: comment.parentId === null ? 0 : comment.depth,
		authorName: isNamed ? comment.authorName : '',
		staff: isNamed && isStaffRole(role),
		author: isNamed && authors.has(comment.personId ?? ''),
		picked: comment.pickedAt !== null && shown === 'here',
		mine,
		ignored: shown === 'here' && ignored.has(comment.readerId ?? ''),
		editableFor: mine ? editableFor(comment) : 0,
		respects: respects ?? 0,
		respected: respected.has(comment.id),
		inReplyTo,
		waiting: comment.state === 'waiting',
		heldFor: heldFor.get(comment.id) ?? [],
		body: shown === 'here' ? comment.body : '',
		createdAt: comment.createdAt,
		editedAt: comment.editedAt,
		replies: [],
	}
}

/** Builds the tree: threads in the given order, replies oldest first. */
function nest(nodes: Node[], inOrder: number[]): CommentView[] {
	const byId = new Map(nodes.map((each) => [each.id, each]))
	for (const each of nodes.sort((a, b) => a.id - b.id))
		if (each.parentId !== null) byId.get(each.parentId)?.replies.push(each)
	return inOrder.flatMap((id) => byId.get(id) ?? [])
}
