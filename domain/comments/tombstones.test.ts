import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { write } from '@/db'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { RETENTION } from '@/lib/retention'
import { SORTS, VIEWS } from '@/lib/thread-order'
import type { StaffViewer, Viewer } from '../permissions'
import { changeSettings } from '../settings'
import { moderateComment } from './moderate'
import { deleteComment } from './own'
import { findLinkedComment, isLinkable } from './permalink'
import { postComment } from './post'
import { listThread } from './thread'
import { endTombstones } from './tombstones'
import type { CommentView } from './views'

withDatabase()

let moderator: StaffViewer
let articleId: number
let slug: string

beforeAll(async () => {
	moderator = await createStaff('moderator')
	;({ articleId, slug } = await liveStory())
	await changeSettings(await createStaff('owner'), { commentsHeldFirst: 0 })
})

afterEach(() => {
	vi.useRealTimers()
})

const post = async (viewer: Viewer, body: string, parentId: number | null = null) =>
	(await postComment(viewer, articleId, { body, parentId, name: 'Ada', email: 'ada@example.org' })).id

const flatten = (views: CommentView[]): CommentView[] =>
	views.flatMap((each) => [each, ...flatten(each.replies)])

test('a tombstone without replies ends after its days', async () => {
	const ada = reader()
	const [root, alone] = [await post(ada, 'Answered.'), await post(ada, 'Alone.')]
	const reply = await post(reader(), 'A reply.', root)
	const held = await post(ada, 'Held.', null)
	await moderateComment(moderator, held, 'waiting')
	for (const id of [root, alone, held]) await deleteComment(ada, articleId, id)
	const shown = async () => flatten((await listThread(reader(), articleId)).threads).map(({ id }) => id)
	expect(await shown()).toEqual(expect.arrayContaining([root, alone, reply]))
	expect(await shown()).not.toContain(held)
	vi.useFakeTimers({ now: Date.now() + RETENTION.tombstoneDays * 86_400_000 + 1, toFake: ['Date'] })
	for (const clean of [async () => {}, () => write((tx) => endTombstones(tx, new Date()))]) {
		await clean()
		expect(await shown()).toEqual(expect.arrayContaining([root, reply]))
		expect(await shown()).not.toContain(alone)
		expect(await findLinkedComment(reader(), articleId, alone)).toBe('gone')
		expect(await isLinkable(slug, alone)).toBe(false)
	}
})

test('tombstones are shown once, where they were, in each order', async () => {
	const { articleId: story, editor } = await liveStory()
	const say = async (body: string, parentId: number | null = null) =>
		(await postComment(editor, story, { body, parentId, name: '', email: '' })).id
	const gone: number[] = []
	for (let number = 0; number < 30; number += 1) {
		const root = await say(`${number}`)
		const reply = await say(`Reply to ${number}`, root)
		if (number % 3 === 0) gone.push(number % 2 ? root : reply)
		if (number % 9 === 0) gone.push(root, reply)
	}
	for (const id of new Set(gone)) await deleteComment(editor, story, id)
	for (const sort of SORTS)
		for (const view of VIEWS) {
			const order = { sort, view, size: 25 as const }
			const seen: number[] = []
			for (let page = 1, pages = 1; page <= pages; page += 1) {
				const thread = await listThread(reader(), story, { page, order })
				pages = thread.pages
				const deleted = flatten(thread.threads).filter((each) => each.shown === 'deleted')
				for (const { id } of deleted)
					expect(await findLinkedComment(reader(), story, id, order)).toMatchObject({ page })
				seen.push(...deleted.map(({ id }) => id))
			}
			expect(
				seen.sort((a, b) => a - b),
				`${sort}, ${view}`,
			).toEqual([...new Set(gone)].sort((a, b) => a - b))
		}
})
