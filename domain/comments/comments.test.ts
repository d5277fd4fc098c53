import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { comments } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { onInvalidate } from '@/lib/invalidation'
import type { StaffViewer, Viewer } from '../permissions'
import { changeSettings } from '../settings'
import { HELD_PER_STORY_MAX } from './held'
import { listComments } from './list'
import { moderateComment } from './moderate'
import { findDraft, postComment, saveDraft } from './post'
import type { CommentState } from './states'
import { listThread } from './thread'

withDatabase()

const guest = { name: 'Ada', email: 'ada@example.org', parentId: null }
let moderator: StaffViewer
let articleId: number

beforeAll(async () => {
	moderator = await createStaff('moderator')
	await changeSettings(await createStaff('owner'), { commentSpeedMax: 0 })
	articleId = (await liveStory()).articleId
})

const listed = async (state: CommentState, limit?: number) =>
	(await listComments(moderator, { state, limit })).comments

const texts = async (viewer: Viewer) => (await listThread(viewer, articleId)).threads.map((each) => each.body)

describe('a first comment', () => {
	const ada = reader()

	test('is held, visible to its author only, and not counted', async () => {
		expect(await postComment(ada, articleId, { ...guest, body: 'I walked across.' })).toMatchObject({
			state: 'waiting',
		})
		expect(await texts(ada)).toEqual(['I walked across.'])
		expect(await texts(reader())).toEqual([])
		expect((await listThread(ada, articleId)).total).toBe(0)
	})

	test('is public once approved; the next is published at once', async () => {
		const [first] = await listed('waiting')
		await moderateComment(moderator, first?.id ?? 0, 'approved')
		expect(await texts(reader())).toEqual(['I walked across.'])
		expect(await postComment(ada, articleId, { ...guest, body: 'And back.' })).toMatchObject({
			state: 'approved',
		})
		expect((await listThread(reader(), articleId)).total).toBe(2)
	})

	test('rejection after approval corrects the count', async () => {
		const thread = await listThread(ada, articleId)
		await moderateComment(moderator, thread.threads[0]?.id ?? 0, 'rejected')
		expect((await listThread(ada, articleId)).total).toBe(1)
	})

	test('a decision on a published comment invalidates its pages at once', async () => {
		const [rejected] = await listed('rejected')
		const changed: string[] = []
		const stop = onInvalidate(({ immediate }) => void changed.push(...immediate))
		for (const decision of ['approved', 'rejected', 'waiting'] as const)
			await moderateComment(moderator, rejected?.id ?? 0, decision)
		stop()
		const pages = changed.filter((tag) => tag !== 'notices')
		expect(pages).toEqual([0, 1].flatMap(() => ['comments', `comments:${articleId}`]))
		await moderateComment(moderator, rejected?.id ?? 0, 'rejected')
	})
})

describe('moderation', () => {
	test('decisions are listed newest first and can be undone', async () => {
		const { articleId: id } = await liveStory()
		const total = async () => (await listThread(reader(), id)).total
		const one = await postComment(reader(), id, { ...guest, body: 'One' })
		const two = await postComment(reader(), id, { ...guest, body: 'Two' })
		for (const { id: comment } of [one, two]) await moderateComment(moderator, comment, 'rejected')
		const rejected = async () => (await listed('rejected')).map((each) => each.id)
		expect((await rejected()).slice(0, 2)).toEqual([two.id, one.id])
		expect(await total()).toBe(0)
		await moderateComment(moderator, one.id, 'approved')
		expect(await total()).toBe(1)
		expect(await rejected()).not.toContain(one.id)
		expect((await listed('approved', 1)).map((each) => each.id)).toEqual([one.id])
		for (let times = 0; times < 2; times += 1) await moderateComment(moderator, one.id, 'waiting')
		expect(await total()).toBe(0)
		expect((await listed('waiting')).map((each) => each.id)).toContain(one.id)
		const [row] = await readDb().select().from(comments).where(eq(comments.id, one.id))
		expect(row).toMatchObject({ state: 'waiting', decidedBy: null, decidedAt: null })
	})
})

test('a comment submitted twice is stored once, also concurrently', async () => {
	const ben = reader()
	const posted = await Promise.all(
		Array.from({ length: 10 }, () => postComment(ben, articleId, { ...guest, body: 'Twice?' })),
	)
	expect(new Set(posted.map((each) => each.id)).size).toBe(1)
})

test('equal text later or under another parent is no duplicate', async () => {
	const staff = await createStaff('editor')
	const post = (parentId: number | null) =>
		postComment(staff, articleId, { ...guest, body: 'Agreed.', parentId })
	const first = await post(null)
	expect((await post(null)).id).toBe(first.id)
	expect((await post(first.id)).id).not.toBe(first.id)
	const early = new Date(Date.now() - 11 * 60_000)
	await write((tx) => tx.update(comments).set({ createdAt: early }).where(eq(comments.id, first.id)))
	expect((await post(null)).id).not.toBe(first.id)
})

test('held comments per reader and story are limited', async () => {
	const [cara, { articleId: id }] = [reader(), await liveStory()]
	const post = (number: number, story = id) =>
		postComment(cara, story, { ...guest, body: `Thought ${number}` })
	for (let number = 0; number < HELD_PER_STORY_MAX; number += 1) await post(number)
	await expect(post(99)).rejects.toMatchObject({
		code: 'rate-limited',
		field: 'body',
		message: expect.stringContaining('in 2 hours'),
		retryAfter: 7_200,
	})
	expect((await post(0)).state).toBe('waiting')
	expect((await post(99, articleId)).state).toBe('waiting')
	const [held] = await readDb().select().from(comments).where(eq(comments.articleId, id)).limit(1)
	await moderateComment(moderator, held?.id ?? 0, 'approved')
	expect((await post(99)).state).toBe('approved')
})

test('a reply to a removed comment is refused', async () => {
	const staff = await createStaff('editor')
	const parent = await postComment(staff, articleId, { ...guest, body: 'Ask me something else.' })
	await moderateComment(moderator, parent.id, 'rejected')
	const answer = { ...guest, body: 'Why not?', parentId: parent.id }
	await expect(postComment(staff, articleId, answer)).rejects.toMatchObject({ code: 'gone', field: 'body' })
})

test('replies nest under their parent and within one story', async () => {
	const staff = await createStaff('editor')
	const parent = await postComment(staff, articleId, { ...guest, body: 'Ask me anything.' })
	const reply = await postComment(staff, articleId, { ...guest, body: 'Why now?', parentId: parent.id })
	const thread = (await listThread(reader(), articleId)).threads.find((each) => each.id === parent.id)
	expect(thread?.replies.map((each) => each.id)).toEqual([reply.id])
	expect(thread?.staff).toBe(true)
	const other = await liveStory()
	await expect(
		postComment(staff, other.articleId, { ...guest, body: 'Lost', parentId: parent.id }),
	).rejects.toThrow('no longer there')
})

test('many links or a filled honeypot are held always', async () => {
	await changeSettings(await createStaff('admin'), { commentsHeldFirst: 0 })
	const spam = 'https://a.example http://b.example https://c.example'
	expect(await postComment(reader(), articleId, { ...guest, body: spam })).toMatchObject({ state: 'waiting' })
	expect(await postComment(reader(), articleId, { ...guest, body: 'Hi', honeypot: 'x' })).toMatchObject({
		state: 'waiting',
	})
	expect(await postComment(reader(), articleId, { ...guest, body: 'Plain' })).toMatchObject({
		state: 'approved',
	})
})

test('invalid fields are refused by name', async () => {
	const post = (changes: object) => postComment(reader(), articleId, { ...guest, body: 'Fine', ...changes })
	for (const body of ['  \n ', '\u200b\u200b', '\u2060\n\u00ad', '\u3164', '\u2800 \ufe0f', '\u0000'])
		await expect(post({ body })).rejects.toMatchObject({ code: 'invalid', field: 'body' })
	await expect(post({ body: 'x'.repeat(5001) })).rejects.toMatchObject({ field: 'body' })
	for (const name of ['', '\u200c\u200d', '\u3164', '\u2800'])
		await expect(post({ name })).rejects.toMatchObject({ code: 'invalid', field: 'name' })
	await expect(post({ email: 'not an address' })).rejects.toMatchObject({ field: 'email' })
	await expect(post({ email: 'ada＠example.org' })).rejects.toMatchObject({ field: 'email' })
})

test.each(['مهدی‌زاده', 'ශ්‍රී කුමාර'])('a name may contain the joiners of its script: %s', async (name) => {
	const viewer = reader()
	await postComment(viewer, articleId, { ...guest, name, body: 'Mine' })
	const [row] = await readDb()
		.select()
		.from(comments)
		.where(eq(comments.readerId, viewer.readerId ?? ''))
	expect(row?.authorName).toBe(name.normalize('NFC'))
})

test('guests’ drafts are kept for sign-in and deleted once posted', async () => {
	await changeSettings(await createStaff('admin'), { commentsFrom: 'accounts' })
	const ada = reader()
	await expect(postComment(ada, articleId, { ...guest, body: 'Long thought' })).rejects.toMatchObject({
		code: 'unauthenticated',
	})
	await saveDraft(ada, articleId, { body: 'Long thought', parentId: null })
	const signedIn = { ...(await createStaff('reader')), readerId: ada.readerId }
	expect(await findDraft(signedIn, articleId)).toMatchObject({ body: 'Long thought' })
	expect(await findDraft(reader(), articleId)).toBeNull()
	const { id } = await postComment(signedIn, articleId, { ...guest, body: 'Long thought' })
	expect(await findDraft(signedIn, articleId)).toBeNull()
	const [row] = await readDb().select().from(comments).where(eq(comments.id, id))
	expect(row).toMatchObject({ authorName: 'A reader', authorEmail: null })
})

test('only moderators list and decide held comments', async () => {
	for (const viewer of [reader(), await createStaff('reader'), await createStaff('contributor')]) {
		await expect(listComments(viewer, { state: 'waiting' })).rejects.toMatchObject({ name: 'Refusal' })
		await expect(moderateComment(viewer, 1, 'approved')).rejects.toMatchObject({ name: 'Refusal' })
	}
})
