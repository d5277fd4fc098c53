import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { least, listParameter, prepared, readDb, valuesOf } from '@/db'
import { comments, commentTallies } from '@/db/schema'
import { DEFAULT_ORDER, type PageSize, type ThreadOrder } from '@/lib/thread-order'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'
import { flatPageOf, isOnPage, placeThreads } from './ordered-paging'
import { isApprovedOn, isHeldBy } from './states'
import { type Tombstone, tombstonesOn } from './tombstones'

/** Comments per page unless the reader chooses more. */
export const COMMENTS_PER_PAGE: PageSize = DEFAULT_ORDER.size

/** A thread with its position: `before` is the number of approved comments in all threads before it. */
export type PlacedThread = { thread: number; size: number; before: number }

/**
 * The threads on a page, in order. Pages are computed from approved comments only, so that they are equal
 * for all readers; a thread with only the reader's own held comments or tombstones has size 0.
 */
export async function threadsOnPage(
	articleId: number,
	readerId: string | null,
	requested: number,
	order = DEFAULT_ORDER,
	tombstones: Tombstone[] = [],
) {
	const { size } = order
	const empty = listParameter(tombstones.map(({ thread }) => thread))
	if (order.sort !== 'newest') {
		const { pages, threads } = await placeThreads(articleId, { readerId, empty }, order)
		const page = Math.min(Math.max(1, requested), pages)
		return { page, pages, threads: threads.filter((each) => isOnPage(each, { page, pages, size })) }
	}
	const pages = await countPages(articleId, size)
	const page = Math.min(Math.max(1, requested), pages)
	const threads = await placedThreads[size](readDb(), { articleId, readerId, empty, page, pages })
	return { page, pages, threads }
}

/** The page of the oldest thread. */
async function countPages(articleId: number, size: PageSize): Promise<number> {
	const [oldest] = await oldestThread(readDb(), { articleId })
	if (!oldest?.thread || !oldest.total) return 1
	const [{ number = 0 } = {}] = await countThread(readDb(), {
		articleId,
		thread: oldest.thread,
		below: NO_LIMIT,
	})
	const last = number > size ? oldest.total - 1 : oldest.total - number
	return Math.floor(last / size) + 1
}

const NO_LIMIT = Number.MAX_SAFE_INTEGER

const oldestThread = prepared(['articleId'], (on, { articleId }) => {
	const root = sql`(select id from comments where ${isApprovedOn(articleId)} and root_id is null order by id limit 1)`
	const reply = sql`(select root_id from comments where ${isApprovedOn(articleId)} and root_id > 0 order by root_id limit 1)`
	return on
		.select({
			total: commentTallies.approved,
			thread: sql<number | null>`coalesce(${least(root, reply)}, ${root}, ${reply})`,
		})
		.from(commentTallies)
		.where(eq(commentTallies.articleId, articleId))
})

/** The threads of a page, the newest first; the query reads only the threads up to that page. */
const placedThreadsOf = (size: PageSize) => {
	// A bound number would divide as a fraction.
	const full = sql.raw(String(size))
	return prepared(
		['articleId', 'readerId', 'empty', 'page', 'pages'],
		(on, { articleId, readerId, empty, page, pages }) =>
			on
				.select({ thread: sql<number>`thread`, size: sql<number>`size`, before: sql<number>`before` })
				.from(sql`(
				with bound as (
					select coalesce((
						select id from comments where ${isApprovedOn(articleId)} and root_id is null
						order by id desc limit 1 offset ${page} * ${full} + ${full}
					), 0) as oldest
				),
				counted as (
					select id as thread, 1 as size from comments
					where ${isApprovedOn(articleId)} and root_id is null and id >= (select oldest from bound)
					union all
					select root_id, count(*) from comments
					where ${isApprovedOn(articleId)} and root_id >= (select oldest from bound)
					group by root_id
					union all
					select coalesce(root_id, id), 0 from comments
					where ${isHeldBy(readerId, articleId)} and coalesce(root_id, id) >= (select oldest from bound)
					union all
					select value, 0 from (${valuesOf(empty)}) as empty where value >= (select oldest from bound)
				),
				threads as (select thread, cast(sum(size) as bigint) as size from counted group by thread),
				placed as (select thread, size, cast(sum(size) over (order by thread desc) as bigint) - size as before from threads)
				select * from placed
				where (case when size = 0 then ${least(sql`before / ${full}`, sql`${pages} - 1`)} else before / ${full} end) < ${page}
					and (case when size > ${full} then before + size - 1 else before end) / ${full} >= ${page} - 1
			) as placed_threads`)
				.orderBy(sql`thread desc`),
	)
}

const placedThreads = { 25: placedThreadsOf(25), 50: placedThreadsOf(50), 100: placedThreadsOf(100) }

/** A comment of a story that is visible to the viewer, with its page; null for any other. */
export async function findComment(viewer: Viewer, articleId: number, id: number, order = DEFAULT_ORDER) {
	const [comment] = await commentById(readDb(), { id })
	if (!comment || comment.articleId !== articleId) return null
	const isOwn = comment.readerId !== null && comment.readerId === (await readerIdOf(viewer))
	if (comment.state !== 'approved' && !(comment.state === 'waiting' && isOwn)) return null
	const { state, authorName } = comment
	return { id, state, authorName, page: await pageOf(comment, order) }
}

/** The page of a tombstone. */
export async function findTombstonePage(id: number, order: ThreadOrder): Promise<number> {
	const [comment] = await commentById(readDb(), { id })
	return comment ? pageOf(comment, order) : 1
}

const commentById = prepared(['id'], (on, { id }) => on.select().from(comments).where(eq(comments.id, id)))

type Located = Pick<typeof comments.$inferSelect, 'id' | 'articleId' | 'rootId' | 'state' | 'readerId'>

/** The page of a comment; a held comment and a tombstone are on the page of the approved one before them. */
async function pageOf(
	{ id, articleId, rootId, state, readerId }: Located,
	order: ThreadOrder,
): Promise<number> {
	if (order.view === 'flat') return flatPageOf(articleId, id, order)
	const thread = rootId ?? id
	const holder = state === 'waiting' ? readerId : null
	const { before, size, pages } = await positionOf(articleId, thread, holder, order)
	const isDivided = size > order.size
	const [older] = isDivided ? await countThread(readDb(), { articleId, thread, below: id }) : []
	const rank = (older?.number ?? 0) - (state === 'approved' ? 0 : 1)
	const page = Math.floor((before + Math.max(0, rank)) / order.size) + 1
	return page === 1 || size > 0 ? page : Math.min(page, await pages())
}

/** The number of approved comments in a thread, and in all threads before it. */
async function positionOf(articleId: number, thread: number, holder: string | null, order: ThreadOrder) {
	if (order.sort !== 'newest') {
		const empty = listParameter((await tombstonesOn(articleId)).map((each) => each.thread))
		const { pages, threads } = await placeThreads(articleId, { readerId: holder, empty }, order)
		const { before = 0, size = 0 } = threads.find((each) => each.thread === thread) ?? {}
		return { before, size, pages: async () => pages }
	}
	const [[newerRoots], [newerReplies], [size]] = await Promise.all([
		countNewerRoots(readDb(), { articleId, thread }),
		countNewerReplies(readDb(), { articleId, thread }),
		countThread(readDb(), { articleId, thread, below: NO_LIMIT }),
	])
	const before = (newerRoots?.number ?? 0) + (newerReplies?.number ?? 0)
	return { before, size: size?.number ?? 0, pages: () => countPages(articleId, order.size) }
}

const countNewerRoots = prepared(['articleId', 'thread'], (on, { articleId, thread }) =>
	on
		.select({ number: count() })
		.from(comments)
		.where(and(isApprovedOn(articleId), isNull(comments.rootId), gt(comments.id, thread))),
)

const countNewerReplies = prepared(['articleId', 'thread'], (on, { articleId, thread }) =>
	on
		.select({ number: count() })
		.from(comments)
		.where(and(isApprovedOn(articleId), gt(comments.rootId, thread))),
)

/** Counts the approved comments of a thread with an id below `below`. */
const countThread = prepared(['articleId', 'thread', 'below'], (on, { articleId, thread, below }) =>
	on
		.select({
			number: sql<number>`count(*) + (
				select count(*) from comments where id = ${thread} and state = 'approved' and id < ${below}
			)`,
		})
		.from(comments)
		.where(and(isApprovedOn(articleId), eq(comments.rootId, thread), lt(comments.id, below))),
)
