import { eq, sql } from 'drizzle-orm'
import { allNumbers, prepared, readDb, valuesOf } from '@/db'
import { comments, respectTallies } from '@/db/schema'
import type { Sort, ThreadOrder } from '@/lib/thread-order'
import type { PlacedThread } from './paging'
import { isApprovedOn, isHeldBy } from './states'

/*
 * Pages of a story's comments in the orders that no index has. One pass over the index of the story's comments gives
 * the position of each; the texts are read for one page only.
 */

type Positioned = { id: number; votes: number }

const BY: Record<Sort, (one: Positioned, other: Positioned) => number> = {
	newest: (one, other) => other.id - one.id,
	oldest: (one, other) => one.id - other.id,
	respected: (one, other) => other.votes - one.votes || other.id - one.id,
}

/** Threads shown without an approved comment: of a reader's held ones, and those of a list parameter. */
type Unapproved = { readerId: string | null; empty: string }

/** All threads of a story in an order, and the number of their pages. */
export async function placeThreads(articleId: number, unapproved: Unapproved, { sort, size }: ThreadOrder) {
	const [columns] = await threadsOf(readDb(), { articleId, ...unapproved })
	const { ids = [], sizes = [], votes = [] } = columns ?? {}
	const threads = ids.map((id, row) => ({ id, size: sizes[row] ?? 0, votes: votes[row] ?? 0 }))
	threads.sort(BY[sort])
	let total = 0
	const placed = threads.map((each): PlacedThread => {
		const before = total
		total += each.size
		return { thread: each.id, size: each.size, before }
	})
	const last = placed.findLast((each) => each.size > 0)
	const end = !last ? 0 : last.size > size ? last.before + last.size - 1 : last.before
	return { pages: Math.floor(end / size) + 1, threads: placed }
}

/** Whether a thread has comments on a page. A thread without approved ones is on the page of its position, or the last. */
export function isOnPage(
	{ size: comments, before }: PlacedThread,
	{ page, pages, size }: { page: number; pages: number; size: number },
): boolean {
	const first = Math.floor(before / size) + 1
	if (comments === 0) return Math.min(first, pages) === page
	const end = comments > size ? before + comments - 1 : before
	return first <= page && Math.floor(end / size) + 1 >= page
}

/** The threads of a story with their size and the respect for their first comment. */
const threadsOf = prepared(['articleId', 'readerId', 'empty'], (on, { articleId, readerId, empty }) =>
	on
		.select({
			ids: allNumbers(sql`thread`),
			sizes: allNumbers(sql`size`),
			votes: allNumbers(sql`coalesce(${respectTallies.votes}, 0)`),
		})
		.from(sql`(
			select coalesce(root_id, id) as thread, sum(case when state = 'approved' then 1 else 0 end) as size from (
				select id, root_id, state from comments where ${isApprovedOn(articleId)}
				union all
				select id, root_id, state from comments where ${isHeldBy(readerId, articleId)}
				union all
				select value, null, 'rejected' from (${valuesOf(empty)}) as empty
			) as shown group by 1
		) as threads`)
		.leftJoin(respectTallies, eq(respectTallies.commentId, sql`thread`)),
)

/** Ids of the approved comments of one flat page, and of the others among `unapproved`: held ones and tombstones. */
export async function flatPage(
	articleId: number,
	unapproved: number[],
	requested: number,
	order: ThreadOrder,
) {
	const ids = await flatOrder(articleId, order)
	const pages = Math.max(1, Math.ceil(ids.length / order.size))
	const page = Math.min(Math.max(1, requested), pages)
	const start = (page - 1) * order.size
	const here = ids.slice(start, start + order.size)
	const others = unapproved.map((id) => ({ id, votes: 0 }))
	const othersHere = others.filter((each) => flatPlace(ids, each, order) === page)
	const inOrder = [...here, ...othersHere].sort(BY[order.sort]).map(({ id }) => id)
	return { page, pages, ids: inOrder }
}

/** The flat page of an approved or held comment, or of a tombstone. */
export async function flatPageOf(articleId: number, id: number, order: ThreadOrder): Promise<number> {
	const ids = await flatOrder(articleId, order)
	return flatPlace(ids, ids.find((each) => each.id === id) ?? { id, votes: 0 }, order)
}

function flatPlace(ids: Positioned[], comment: Positioned, { sort, size }: ThreadOrder): number {
	const before = ids.findIndex((each) => BY[sort](each, comment) >= 0)
	const position = before < 0 ? ids.length : before
	return Math.floor(Math.min(position, Math.max(0, ids.length - 1)) / size) + 1
}

async function flatOrder(articleId: number, { sort }: ThreadOrder): Promise<Positioned[]> {
	const [columns] = await approvedOf(readDb(), { articleId })
	const { ids = [], votes = [] } = columns ?? {}
	return ids.map((id, row) => ({ id, votes: votes[row] ?? 0 })).sort(BY[sort])
}

const approvedOf = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ ids: allNumbers(comments.id), votes: allNumbers(sql`coalesce(${respectTallies.votes}, 0)`) })
		.from(comments)
		.leftJoin(respectTallies, eq(respectTallies.commentId, comments.id))
		.where(isApprovedOn(articleId)),
)
