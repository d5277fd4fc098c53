import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { articles } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { withdrawStory } from '../articles/publish'
import { decideReported } from '../notices/desk-reports'
import type { StaffViewer, Viewer } from '../permissions'
import { changeSettings } from '../settings'
import { moderateComment } from './moderate'
import { deleteComment } from './own'
import { listOwnComments } from './own-list'
import { postComment } from './post'

withDatabase()

let editor: StaffViewer
let articleId: number

beforeAll(async () => {
	;({ editor, articleId } = await liveStory())
	await changeSettings(await createStaff('owner'), { commentsHeldFirst: 1, commentSpeedMax: 0 })
})

const post = async (viewer: Viewer, body: string, parentId: number | null = null, story = articleId) =>
	(await postComment(viewer, story, { body, parentId, name: 'Ada', email: 'ada@example.org' })).id

test('each comment has its state, reason and replies', async () => {
	const ada = reader()
	const approved = await post(ada, 'Published.')
	const waiting = await post(ada, 'Waiting.')
	const removed = await post(ada, 'Removed.')
	const deleted = await post(ada, 'Deleted.')
	for (const id of [approved, removed]) await moderateComment(editor, id, 'approved')
	await post(editor, 'A reply.', approved)
	await post(reader(), 'A reply that waits.', approved)
	await decideReported(editor, removed, { outcome: 'removed', rule: 'spam', law: '', facts: 'Ours.' })
	await deleteComment(ada, articleId, deleted)
	const { comments } = await listOwnComments(ada)
	const story = { headline: 'The bridge opens again', withdrawn: false }
	expect(comments).toMatchObject([
		{ id: deleted, state: 'deleted', body: '', decision: null },
		{ id: removed, state: 'rejected', decision: { rule: 'spam', law: '' }, editableFor: 0 },
		{ id: waiting, state: 'waiting', heldFor: [{ phase: 'trust' }], decision: null },
		{ id: approved, state: 'approved', replies: 1, heldFor: [], story },
	])
	expect((await listOwnComments(reader())).comments).toEqual([])
	expect((await listOwnComments({ person: null, readerId: null })).comments).toEqual([])
})

test('a withdrawn story is named, one scheduled anew is not', async () => {
	const ada = reader()
	const [gone, moved] = [await liveStory(), await liveStory()]
	await post(ada, 'On the one.', null, gone.articleId)
	await post(ada, 'On the other.', null, moved.articleId)
	await withdrawStory(gone.editor, gone.articleId, 'Wrong.')
	await write((tx) =>
		tx
			.update(articles)
			.set({ publishAt: new Date(Date.now() + 86_400_000) })
			.where(eq(articles.id, moved.articleId)),
	)
	const { comments } = await listOwnComments(ada)
	expect(comments.map(({ story }) => story)).toMatchObject([null, { slug: gone.slug, withdrawn: true }])
})

test('pages reach every comment once', async () => {
	const ada = reader()
	const { articleId: story } = await liveStory()
	const ids: number[] = []
	for (let number = 0; number < 5; number += 1) {
		ids.unshift(await post(ada, `Number ${number}.`, null, story))
		await moderateComment(editor, ids[0] as number, 'approved')
	}
	const found: number[] = []
	for (let before: number | null | undefined; before !== null; ) {
		const page = await listOwnComments(ada, { before: before ?? null, limit: 2 })
		found.push(...page.comments.map(({ id }) => id))
		before = page.before
	}
	expect(found).toEqual(ids)
})
