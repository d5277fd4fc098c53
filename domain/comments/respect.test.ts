import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import type { ThreadOrder } from '@/lib/thread-order'
import { castMood } from '../moods'
import type { StaffViewer, Viewer } from '../permissions'
import { moderateComment } from './moderate'
import { deleteComment } from './own'
import { postComment } from './post'
import { respectFor, setRespect } from './respect'
import { listThread } from './thread'

withDatabase()

let staff: StaffViewer

beforeAll(async () => {
	staff = await createStaff('editor')
})

const words = (body: string, parentId: number | null = null) => ({
	body,
	parentId,
	name: 'Ada',
	email: 'ada@example.org',
})

async function approved(articleId: number, author: Viewer, body = 'Well said.'): Promise<number> {
	const { id } = await postComment(author, articleId, words(body))
	await moderateComment(staff, id, 'approved')
	return id
}

test('a reader has one respect for a comment, which is taken back', async () => {
	const { articleId } = await liveStory()
	const id = await approved(articleId, reader())
	const [ada, ben] = [reader(), reader()]
	for (let times = 0; times < 2; times += 1) await setRespect(ada, articleId, id, true)
	await setRespect(ben, articleId, id, true)
	expect(await respectFor(ada, id)).toEqual({ respects: 2, mine: true })
	expect(await respectFor(reader(), id)).toEqual({ respects: 2, mine: false })
	const [shown] = (await listThread(ada, articleId)).threads
	expect(shown).toMatchObject({ respects: 2, respected: true })
	for (let times = 0; times < 2; times += 1) await setRespect(ada, articleId, id, false)
	expect(await respectFor(ada, id)).toEqual({ respects: 1, mine: false })
})

test('own, held and foreign comments take no respect', async () => {
	const [{ articleId }, other] = [await liveStory(), await liveStory()]
	const author = reader()
	const id = await approved(articleId, author)
	const held = await postComment(reader(), articleId, words('Held.'))
	await expect(setRespect(author, articleId, id, true)).rejects.toMatchObject({ code: 'invalid' })
	await expect(setRespect(reader(), articleId, held.id, true)).rejects.toMatchObject({ code: 'not-found' })
	await expect(setRespect(reader(), other.articleId, id, true)).rejects.toMatchObject({ code: 'not-found' })
	expect((await respectFor(author, id)).respects).toBe(0)
})

test('signing in merges respects, and drops those for own comments', async () => {
	const { articleId } = await liveStory()
	const account = await createStaff('reader')
	const [phone, laptop] = [reader(), reader()]
	const other = await approved(articleId, reader())
	const own = await approved(articleId, phone)
	for (const browser of [phone, laptop]) await setRespect(browser, articleId, other, true)
	await setRespect(laptop, articleId, own, true)
	for (const browser of [phone, laptop])
		await castMood({ ...account, readerId: browser.readerId }, articleId, 'happy')
	expect(await respectFor(account, other)).toEqual({ respects: 1, mine: true })
	expect(await respectFor(account, own)).toEqual({ respects: 0, mine: false })
})

test('a deleted comment loses its respect', async () => {
	const { articleId } = await liveStory()
	const author = reader()
	const id = await approved(articleId, author)
	await setRespect(reader(), articleId, id, true)
	await deleteComment(author, articleId, id)
	expect((await respectFor(reader(), id)).respects).toBe(0)
})

test('comments are listed in the chosen order', async () => {
	const { articleId } = await liveStory()
	const ids: number[] = []
	for (const body of ['One', 'Two', 'Three']) ids.push(await approved(articleId, reader(), body))
	const [one = 0, two = 0, three = 0] = ids
	const { id: reply } = await postComment(staff, articleId, words('Reply', one))
	await setRespect(reader(), articleId, two, true)
	const orderOf = async (order: Partial<ThreadOrder>) => {
		const asked: ThreadOrder = { sort: 'newest', size: 25, view: 'threads', ...order }
		return (await listThread(reader(), articleId, { order: asked })).threads
	}
	const idsOf = async (order: Partial<ThreadOrder>) => (await orderOf(order)).map(({ id }) => id)
	expect(await idsOf({})).toEqual([three, two, one])
	expect(await idsOf({ sort: 'oldest' })).toEqual([one, two, three])
	expect(await idsOf({ sort: 'respected' })).toEqual([two, three, one])
	expect(await idsOf({ view: 'flat' })).toEqual([reply, three, two, one])
	expect(await idsOf({ view: 'flat', sort: 'oldest' })).toEqual([one, two, three, reply])
	expect(await idsOf({ view: 'flat', sort: 'respected' })).toEqual([two, reply, three, one])
	const [newest] = await orderOf({ view: 'flat' })
	expect(newest).toMatchObject({ inReplyTo: { id: one, authorName: 'Ada' }, depth: 0, replies: [] })
})
