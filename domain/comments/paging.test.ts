import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { comments, commentTallies, readers, respectTallies } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { liveStory, reader } from '@/e2e/support/stories'
import { DEFAULT_ORDER, PAGE_SIZES, SORTS, type ThreadOrder, VIEWS } from '@/lib/thread-order'
import { ANONYMOUS, type Viewer } from '../permissions'
import { COMMENTS_PER_PAGE, findComment } from './paging'
import { listThread } from './thread'
import { HELD_SHOWN_MAX } from './thread-rows'
import type { CommentView } from './views'

withDatabase()

let articleId: number
beforeAll(async () => {
	articleId = (await liveStory()).articleId
})

type State = 'approved' | 'waiting' | 'rejected'
type Thread = { root: State; replies: State[] }

/** Stores threads with comments in given states; held comments are the viewer's own. */
const store = (threads: Thread[], own: Viewer): Promise<{ id: number; state: State }[]> =>
	write(async (tx) => {
		await tx.delete(comments)
		const stored: { id: number; state: State }[] = []
		const put = async (
			state: State,
			place: { parentId: number; rootId: number; depth: number } | object,
		): Promise<number> => {
			const readerId = state === 'waiting' ? own.readerId : null
			const row = { articleId, readerId, authorName: 'A', body: 'Words', state, ...place }
			const [{ id = 0 } = {}] = await tx.insert(comments).values(row).returning({ id: comments.id })
			stored.push({ id, state })
			return id
		}
		for (const { root, replies } of threads) {
			const rootId = await put(root, {})
			let parentId = rootId
			for (const [number, state] of replies.entries()) {
				const id = await put(state, { parentId, rootId, depth: 1 + (number % 7) })
				parentId = number % 7 === 6 ? rootId : id
			}
		}
		const approved = stored.filter(({ state }) => state === 'approved').length
		await tx
			.insert(commentTallies)
			.values({ articleId, approved })
			.onConflictDoUpdate({ target: commentTallies.articleId, set: { approved } })
		return stored
	})

const flat = (views: CommentView[]): CommentView[] => views.flatMap((each) => [each, ...flat(each.replies)])

/** The page number of every comment visible to the viewer, read from all pages. */
async function readAllPages(
	viewer: Viewer,
	order = DEFAULT_ORDER,
): Promise<{ pageOf: Map<number, number>; sizes: number[] }> {
	const pageOf = new Map<number, number>()
	const sizes: number[] = []
	for (let page = 1, pages = 1; page <= pages; page += 1) {
		const thread = await listThread(viewer, articleId, { page, order })
		pages = thread.pages
		const shown = flat(thread.threads)
		expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
		const here = shown.filter((each) => each.shown === 'here')
		for (const { id } of here) {
			expect(pageOf.has(id), `${id} is shown twice`).toBe(false)
			pageOf.set(id, page)
		}
		sizes.push(here.length)
	}
	return { pageOf, sizes }
}

const someState = fc.constantFrom<State>('approved', 'approved', 'approved', 'rejected', 'waiting')
const someThread: fc.Arbitrary<Thread> = fc.record({
	root: someState,
	replies: fc.oneof(
		{ weight: 4, arbitrary: fc.array(someState, { maxLength: 8 }) },
		{ weight: 1, arbitrary: fc.array(someState, { minLength: 40, maxLength: 170 }) },
	),
})

const someOrder: fc.Arbitrary<ThreadOrder> = fc.oneof(
	fc.constant(DEFAULT_ORDER),
	fc.record({
		sort: fc.constantFrom(...SORTS),
		size: fc.constantFrom(...PAGE_SIZES),
		view: fc.constantFrom(...VIEWS),
	}),
)

/** Stores the respect of several readers for some of the comments. */
async function storeRespect(ids: number[]): Promise<void> {
	const rows = ids.flatMap((commentId) => (commentId % 3 === 0 ? [{ commentId, votes: commentId % 5 }] : []))
	if (rows.length > 0) await write((tx) => tx.insert(respectTallies).values(rows))
}

test('every comment is on one page of any order, which findComment returns', async () => {
	const own = reader()
	await write((tx) => tx.insert(readers).values({ id: own.readerId ?? '' }))
	await fc.assert(
		fc.asyncProperty(fc.array(someThread, { maxLength: 30 }), someOrder, async (threads, order) => {
			const stored = await store(threads, own)
			await storeRespect(stored.map(({ id }) => id))
			const [others, mine] = [await readAllPages(ANONYMOUS, order), await readAllPages(own, order)]
			const approved = stored.filter(({ state }) => state === 'approved').map(({ id }) => id)
			const held = stored.filter(({ state }) => state === 'waiting').map(({ id }) => id)
			expect([...others.pageOf.keys()].sort((a, b) => a - b)).toEqual(approved)
			for (const [id, page] of others.pageOf) {
				expect(mine.pageOf.get(id)).toBe(page)
				expect((await findComment(ANONYMOUS, articleId, id, order))?.page).toBe(page)
			}
			if (held.length <= HELD_SHOWN_MAX)
				for (const id of held) {
					expect(mine.pageOf.get(id)).toBe((await findComment(own, articleId, id, order))?.page)
					expect(await findComment(ANONYMOUS, articleId, id)).toBeNull()
				}
			expect(mine.sizes.length).toBe(others.sizes.length)
			expect(Math.max(...others.sizes)).toBeLessThan(2 * order.size)
			if (others.sizes.length > 1) expect(Math.min(...others.sizes)).toBeGreaterThan(0)
		}),
		{ numRuns: 40, endOnFailure: true },
	)
})

test('a thread of one page’s size is not divided', async () => {
	const replies = (number: number): State[] => Array.from({ length: number }, () => 'approved')
	const sizes = [24, 15, 23, 1, 24]
	const stored = await store(
		sizes.map((size) => ({ root: 'approved', replies: replies(size) })),
		reader(),
	)
	const { pageOf } = await readAllPages(ANONYMOUS)
	let at = 0
	for (const size of sizes) {
		const pages = stored.slice(at, at + size + 1).map(({ id }) => pageOf.get(id))
		expect(new Set(pages).size).toBe(1)
		at += size + 1
	}
})

test('a removed comment stays while its replies are shown', async () => {
	const [root, reply] = await store([{ root: 'rejected', replies: ['approved'] }], reader())
	const { threads } = await listThread(ANONYMOUS, articleId)
	expect(threads).toMatchObject([
		{ id: root?.id, shown: 'removed', authorName: '', body: '', replies: [{ id: reply?.id, shown: 'here' }] },
	])
	expect(await findComment(ANONYMOUS, articleId, root?.id ?? 0)).toBeNull()
	await store([{ root: 'rejected', replies: ['rejected'] }], reader())
	expect((await listThread(ANONYMOUS, articleId)).threads).toEqual([])
})

test('later parts of a divided thread show its ancestors', async () => {
	const replies: State[] = Array.from({ length: 3 * COMMENTS_PER_PAGE }, () => 'approved')
	await store([{ root: 'approved', replies }], reader())
	const { threads, pages } = await listThread(ANONYMOUS, articleId, { page: 2 })
	expect(pages).toBe(4)
	expect(threads).toMatchObject([{ shown: 'elsewhere', authorName: 'A', body: '' }])
	expect(flat(threads).filter((each) => each.shown === 'here')).toHaveLength(COMMENTS_PER_PAGE)
})
