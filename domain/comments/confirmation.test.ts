import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import {
	commentConfirmations,
	comments,
	people,
	replyAddresses,
	replyNotices,
	replySubscriptions,
} from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { changeResponses } from '../articles/change-responses'
import { setEmailConfirmed } from '../email-confirmation'
import type { StaffViewer } from '../permissions'
import { changeSettings, DEFAULT_SETTINGS } from '../settings'
import { confirmComment, isOpenCommentLink, mailCommentConfirmation, makeCommentLink } from './confirmation'
import { moderateComment } from './moderate'
import { deleteComment } from './own'
import { postComment } from './post'
import { restrictAuthor } from './restrictions'
import { listThread } from './thread'

withDatabase()

let owner: StaffViewer
let articleId: number
const CONFIRMED = { ...DEFAULT_SETTINGS, commentsFrom: 'confirmed', commentsHeldFirst: 0 } as const

beforeAll(async () => {
	owner = await createStaff('owner')
	articleId = (await liveStory()).articleId
	await changeSettings(owner, CONFIRMED)
})
afterEach(() => changeSettings(owner, CONFIRMED))

let number = 0
const guest = (email = 'ada@example.org') => ({
	name: 'Ada',
	email,
	body: `Thought ${++number}`,
	parentId: null,
})
const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? ''
const confirm = async (id: number) => confirmComment(id, tokenOf(await makeCommentLink(id)))
const shown = async () => (await listThread(reader(), articleId)).total

test('a guest’s comment appears once its mailed link is used', async () => {
	const received = await startMailbox()
	const ada = reader()
	const before = await shown()
	const { id, state, heldFor } = await postComment(ada, articleId, guest())
	expect([state, heldFor]).toEqual(['waiting', [{ phase: 'unconfirmed', guest: true, mails: true }]])
	await mailCommentConfirmation(id)
	expect(received.map(({ to }) => to)).toEqual([['ada@example.org']])
	const link = /http\S+token=\S+/.exec(received[0]?.text ?? '')?.[0] ?? ''
	expect(new URL(link).pathname).toMatch(new RegExp(`/comments/${id}/confirm$`))
	const token = tokenOf(link)
	expect([await isOpenCommentLink(id, token), await isOpenCommentLink(id, token)]).toEqual([true, true])
	expect(await shown()).toBe(before)
	expect(await confirmComment(id, token)).toBe('approved')
	expect(await shown()).toBe(before + 1)
	await expect(confirmComment(id, token)).rejects.toMatchObject({ code: 'gone' })
	expect((await postComment(ada, articleId, guest())).state).toBe('approved')
	expect(JSON.stringify(await readDb().select().from(commentConfirmations))).not.toContain(token)
})

test('a reply that the link releases is mailed', async () => {
	await startMailbox()
	const { id: parentId } = await postComment(owner, articleId, guest())
	const address = { id: 'asks', email: 'asks@example.org', wantedAt: new Date(), confirmedAt: new Date() }
	const wish = { commentId: parentId, threadId: parentId, addressId: address.id, wholeThread: false }
	await write(async (tx) => {
		await tx.insert(replyAddresses).values(address)
		await tx.insert(replySubscriptions).values(wish)
	})
	const { id } = await postComment(reader(), articleId, { ...guest(), parentId })
	expect(await readDb().select().from(replyNotices)).toEqual([])
	await confirm(id)
	expect(await readDb().select().from(replyNotices)).toMatchObject([{ commentId: id, addressId: 'asks' }])
})

test('a confirmed address counts in its browser alone', async () => {
	const ada = reader()
	await confirm((await postComment(ada, articleId, guest())).id)
	expect((await postComment(reader(), articleId, guest())).state).toBe('waiting')
	expect((await postComment(ada, articleId, guest('eve@example.org'))).state).toBe('waiting')
})

test('one link releases all comments of the address in its browser', async () => {
	const ada = reader()
	const first = await postComment(ada, articleId, guest())
	await postComment(ada, articleId, guest())
	const before = await shown()
	await confirm(first.id)
	expect(await shown()).toBe(before + 2)
})

test('what else holds a comment goes on holding it', async () => {
	const before = await shown()
	await changeSettings(owner, { commentsHeldFirst: 1 })
	const held = await postComment(reader(), articleId, guest())
	expect(held.heldFor.map(({ phase }) => phase)).toEqual(['unconfirmed', 'trust'])
	expect(await confirm(held.id)).toBe('waiting')
	await changeSettings(owner, { commentsHeldFirst: 0 })
	const muted = await postComment(reader(), articleId, guest('muted@example.org'))
	await restrictAuthor(owner, muted.id, { kind: 'mute', reason: 'Enough.', until: '' })
	expect(await confirm(muted.id)).toBe('waiting')
	expect(await shown()).toBe(before)
})

test('a decision of the desk stays after the confirmation', async () => {
	const rejected = await postComment(reader(), articleId, guest())
	await moderateComment(owner, rejected.id, 'rejected')
	expect(await confirm(rejected.id)).toBe('rejected')
	const reopened = await postComment(reader(), articleId, guest())
	await moderateComment(owner, reopened.id, 'approved')
	await moderateComment(owner, reopened.id, 'waiting')
	expect(await confirm(reopened.id)).toBe('waiting')
})

test('expired links, and those of deleted or other comments, confirm nothing', async () => {
	const ada = reader()
	const deleted = await postComment(ada, articleId, guest())
	await deleteComment(ada, articleId, deleted.id)
	await expect(confirm(deleted.id)).rejects.toMatchObject({ code: 'gone' })
	const [one, other] = [
		await postComment(ada, articleId, guest()),
		await postComment(ada, articleId, guest()),
	]
	const link = tokenOf(await makeCommentLink(other.id))
	await expect(confirmComment(one.id, link)).rejects.toMatchObject({ code: 'gone' })
	await write((tx) => tx.update(commentConfirmations).set({ expiresAt: new Date(Date.now() - 1) }))
	await expect(confirmComment(other.id, link)).rejects.toMatchObject({ code: 'gone' })
})

test('an account’s comments wait for its address, and staff never', async () => {
	const account = await createStaff('reader')
	const { id, state } = await postComment(account, articleId, guest())
	expect(state).toBe('waiting')
	await write(async (tx) => {
		await tx.update(people).set({ email: 'rita@example.org' }).where(eq(people.id, account.person.id))
		await setEmailConfirmed(tx, account.person.id, 'UTC')
	})
	const [row] = await readDb().select().from(comments).where(eq(comments.id, id))
	expect(row?.state).toBe('approved')
	expect((await postComment(account, articleId, guest())).state).toBe('approved')
	expect((await postComment(await createStaff('editor'), articleId, guest())).state).toBe('approved')
})

test('a story’s choice of who may comment comes before the site’s', async () => {
	const own = await liveStory()
	const choices = { commentsPolicy: null, moodsShown: null, ratingsShown: null }
	await changeResponses(own.editor, own.articleId, { ...choices, commentsFrom: 'guests' })
	expect((await postComment(reader(), own.articleId, guest())).state).toBe('approved')
	await changeResponses(own.editor, own.articleId, { ...choices, commentsFrom: 'accounts' })
	const refused = postComment(reader(), own.articleId, guest())
	await expect(refused).rejects.toMatchObject({ code: 'unauthenticated' })
})
