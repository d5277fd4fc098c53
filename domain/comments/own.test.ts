import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { comments } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { newestComments } from '../feeds/thread'
import type { StaffViewer, Viewer } from '../permissions'
import { changeSettings } from '../settings'
import { findCommentForDesk, listComments, listCommentVersions } from './list'
import { moderateComment } from './moderate'
import { deleteComment, EDIT_WITHIN_MS, editComment, findOwnComment } from './own'
import { listOwnComments } from './own-list'
import { findLinkedComment, isLinkable } from './permalink'
import { postComment } from './post'
import { listThread } from './thread'

withDatabase()

let moderator: StaffViewer
let articleId: number
let slug: string

beforeAll(async () => {
	moderator = await createStaff('moderator')
	;({ articleId, slug } = await liveStory())
	await changeSettings(await createStaff('owner'), { commentsHeldFirst: 0 })
})

const post = async (viewer: Viewer, body: string, parentId: number | null = null) =>
	(await postComment(viewer, articleId, { body, parentId, name: 'Ada', email: 'ada@example.org' })).id

const shownTo = async (viewer: Viewer, id: number) =>
	(await listThread(viewer, articleId)).threads.find((each) => each.id === id)

const age = (id: number, ms: number) =>
	write((tx) =>
		tx
			.update(comments)
			.set({ createdAt: new Date(Date.now() - ms) })
			.where(eq(comments.id, id)),
	)

test('an edit shows the new text and keeps the old one for moderators', async () => {
	const ada = reader()
	const id = await post(ada, 'I was ther.')
	expect(await shownTo(ada, id)).toMatchObject({ editedAt: null, editableFor: expect.any(Number) })
	await editComment(ada, articleId, id, 'I was there.')
	await editComment(ada, articleId, id, 'I was there!')
	expect(await shownTo(reader(), id)).toMatchObject({ body: 'I was there!', editedAt: expect.any(Date) })
	const versions = await listCommentVersions(moderator, id)
	expect(versions.map(({ body }) => body)).toEqual(['I was there.', 'I was ther.'])
	await expect(listCommentVersions(ada, id)).rejects.toMatchObject({ name: 'Refusal' })
})

test('an edit ends after ten minutes', async () => {
	const ada = reader()
	const id = await post(ada, 'Early.')
	await age(id, EDIT_WITHIN_MS - 60_000)
	expect((await findOwnComment(ada, articleId, id)).editableFor).toBeGreaterThan(0)
	await age(id, EDIT_WITHIN_MS)
	expect((await findOwnComment(ada, articleId, id)).editableFor).toBe(0)
	await expect(editComment(ada, articleId, id, 'Late.')).rejects.toMatchObject({ code: 'gone' })
})

test('only the author edits and deletes a comment', async () => {
	const id = await post(reader(), 'Mine.')
	const { articleId: other } = await liveStory()
	for (const viewer of [reader(), moderator]) {
		await expect(editComment(viewer, articleId, id, 'Ours.')).rejects.toMatchObject({ code: 'not-found' })
		await expect(deleteComment(viewer, articleId, id)).rejects.toMatchObject({ code: 'not-found' })
		await expect(findOwnComment(viewer, other, id)).rejects.toMatchObject({ code: 'not-found' })
	}
	expect((await shownTo(reader(), id))?.body).toBe('Mine.')
})

test('an edited text passes moderation again', async () => {
	const ada = reader()
	const id = await post(ada, 'Plain.')
	const spam = 'https://a.example http://b.example https://c.example'
	const before = (await listThread(ada, articleId)).total
	expect((await editComment(ada, articleId, id, spam)).state).toBe('waiting')
	expect((await listThread(ada, articleId)).total).toBe(before - 1)
	expect(await shownTo(reader(), id)).toBeUndefined()
	expect((await editComment(ada, articleId, id, 'Plain again.')).state).toBe('waiting')
})

test('a text approved by the desk is not exchanged for another', async () => {
	const ada = reader()
	const id = await post(ada, 'Kind words.')
	await moderateComment(moderator, id, 'waiting')
	await moderateComment(moderator, id, 'approved')
	expect((await editComment(ada, articleId, id, 'Unkind words.')).state).toBe('waiting')
	expect(await findCommentForDesk(moderator, id)).toMatchObject({ body: 'Unkind words.', state: 'waiting' })
})

test('a deleted comment leaves a tombstone without text and name', async () => {
	const ada = reader()
	const [root, alone] = [await post(ada, 'secret-root-9'), await post(ada, 'secret-alone-9')]
	const reply = await post(reader(), 'A reply.', root)
	await editComment(ada, articleId, root, 'secret-edited-9')
	const { total } = await listThread(ada, articleId)
	for (const id of [root, alone]) await deleteComment(ada, articleId, id)
	const thread = await listThread(ada, articleId)
	expect(thread.total).toBe(total - 2)
	expect(thread.threads.find((each) => each.id === root)).toMatchObject({
		shown: 'deleted',
		authorName: '',
		body: '',
		replies: [{ id: reply, shown: 'here' }],
	})
	expect(thread.threads.find((each) => each.id === alone)).toMatchObject({
		...{ shown: 'deleted', authorName: '', body: '', replies: [] },
	})
	for (const id of [root, alone]) {
		expect(await findLinkedComment(reader(), articleId, id)).toMatchObject({ state: 'rejected', page: 1 })
		expect(await isLinkable(slug, id)).toBe(true)
	}
	const places = [
		thread,
		await newestComments(slug),
		await listOwnComments(ada),
		await listComments(moderator, { state: 'rejected' }),
		await listCommentVersions(moderator, root),
		await readDb().select().from(comments),
	]
	for (const place of places) expect(JSON.stringify(place)).not.toMatch(/secret-\w+-9/)
})

test('a deletion is final', async () => {
	const ada = reader()
	const id = await post(ada, 'Gone soon.')
	await deleteComment(ada, articleId, id)
	await expect(deleteComment(ada, articleId, id)).rejects.toMatchObject({ code: 'not-found' })
	await expect(editComment(ada, articleId, id, 'Back.')).rejects.toMatchObject({ code: 'not-found' })
	await expect(moderateComment(moderator, id, 'approved')).rejects.toMatchObject({ code: 'gone' })
})
