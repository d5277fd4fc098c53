import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { replyAddresses, replyNotices, replySubscriptions } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { reader } from '@/e2e/support/stories'
import { RETENTION } from '@/lib/retention'
import { withdrawStory } from '../articles/publish'
import { ignoreAuthor } from '../comments/ignore'
import { moderateComment } from '../comments/moderate'
import { deleteComment } from '../comments/own'
import { findReplyMails, stopReplyMails } from './change'
import { listDueAddresses, MAILS_A_DAY } from './due'
import { DAY_MS, tokenIn, withTalk } from './replies.fixture'
import { deleteOldReplyMails } from './retention'

withDatabase()
const talk = withTalk()

describe('a mail about a reply', () => {
	test('tells of replies to the comment, and of the thread only if wanted', async () => {
		const { id, email } = await talk.subscribed()
		const whole = await talk.subscribed({ wants: 'thread', parentId: id })
		await talk.later()
		const other = await talk.said({ parentId: id })
		expect((await talk.later()).map(({ to }) => to[0]).sort()).toEqual([email, whole.email].sort())
		await talk.said({ parentId: other, body: 'Deeper.' })
		expect((await talk.later()).map(({ to }) => to[0])).toEqual([whole.email])
	})

	test('has the headers of RFC 8058, and no address in its links', async () => {
		const { id, email } = await talk.subscribed()
		await talk.said({ parentId: id })
		const [mail] = await talk.later()
		const token = tokenIn(mail)
		expect(mail?.source).toMatch(
			new RegExp(`^List-Unsubscribe: <http\\S+/replies/unsubscribe\\?token=${token}>\r$`, 'm'),
		)
		expect(mail?.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
		expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
		expect(mail?.text).not.toContain(email)
		expect(mail?.text).toMatch(/\/news\/the-ferry\S*\/comments\/\d+\n/)
	})

	test('is sent once a reply, not about own replies, and not to their author', async () => {
		const by = reader()
		const { id, email } = await talk.subscribed({ by })
		await talk.said({ parentId: id, by })
		await talk.said({ parentId: id, email })
		expect(await talk.later()).toEqual([])
		const reply = await talk.said({ parentId: id })
		expect(await talk.later()).toHaveLength(1)
		await moderateComment(talk.editor, reply, 'rejected')
		await moderateComment(talk.editor, reply, 'approved')
		expect(await talk.later()).toEqual([])
	})

	test('is not sent about replies taken down, deleted or of withdrawn stories', async () => {
		const { id } = await talk.subscribed()
		const author = reader()
		const [removed, deleted] = [
			await talk.said({ parentId: id }),
			await talk.said({ parentId: id, by: author }),
		]
		await moderateComment(talk.editor, removed, 'spam')
		await deleteComment(author, talk.articleId, deleted)
		expect(await talk.later()).toEqual([])
		await talk.said({ parentId: id })
		await withdrawStory(talk.editor, talk.articleId, 'It was not so.')
		expect(await talk.later()).toEqual([])
	})

	test('comes a few times a day, and then with all further replies in one', async () => {
		const { id } = await talk.subscribed()
		for (let number = 1; number <= MAILS_A_DAY + 3; number += 1) {
			await talk.said({ parentId: id, body: `Reply ${number}.` })
			expect(await talk.later()).toHaveLength(number <= MAILS_A_DAY ? 1 : 0)
		}
		const [joined, ...others] = await talk.later(24 * 60)
		expect(others).toEqual([])
		for (const number of [1, 2, 3]) expect(joined?.text).toContain(`> Reply ${MAILS_A_DAY + number}.`)
		expect(joined?.source).toMatch(/^Subject: 3 new replies at /m)
	})

	test('is tried again after a failure, and sends nothing twice', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {})
		const { id } = await talk.subscribed()
		await talk.said({ parentId: id })
		const url = process.env.SMTP_URL
		vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
		expect(await talk.later()).toEqual([])
		vi.stubEnv('SMTP_URL', url)
		expect(await talk.later(0)).toEqual([])
		expect(await talk.later()).toHaveLength(1)
		expect(await talk.later(60)).toEqual([])
		log.mockRestore()
	})
})

test('no mail tells of a reply by a person whom the recipient ignores', async () => {
	const [by, ignored, later] = [reader(), reader(), reader()]
	const { id, email } = await talk.subscribed({ by })
	const whole = await talk.subscribed({ wants: 'thread', parentId: id })
	await talk.later()
	await ignoreAuthor(by, talk.articleId, await talk.said({ by: ignored }))
	await talk.said({ parentId: id, by: ignored })
	expect((await talk.later()).map(({ to }) => to[0])).toEqual([whole.email])
	// Between the reply and its mail.
	const reply = await talk.said({ parentId: id, by: later })
	await ignoreAuthor(by, talk.articleId, reply)
	expect((await talk.later()).map(({ to }) => to[0])).toEqual([whole.email])
	expect(await listDueAddresses(new Date(talk.clock))).toEqual([])
	await talk.said({ parentId: id })
	expect((await talk.later()).map(({ to }) => to[0]).sort()).toEqual([email, whole.email].sort())
})

describe('the end of mails', () => {
	test('of a thread leaves other threads, and of all leaves none', async () => {
		const { id, email } = await talk.subscribed()
		const second = await talk.said({ email, wants: 'own' })
		await talk.said({ parentId: id })
		const [mail] = await talk.later()
		const token = tokenIn(mail)
		expect(await findReplyMails(token)).toEqual({ state: 'on', headline: 'The ferry' })
		await talk.said({ parentId: id })
		await stopReplyMails(token, 'thread')
		expect(await findReplyMails(token)).toEqual({ state: 'off', others: 1 })
		expect(await talk.later()).toEqual([])
		await talk.said({ parentId: second })
		expect(await talk.later()).toHaveLength(1)
		for (let times = 0; times < 2; times += 1) await stopReplyMails(token, 'all')
		expect(await findReplyMails(token)).toEqual({ state: 'off', others: 0 })
		await talk.said({ parentId: second })
		expect(await talk.later()).toEqual([])
	})

	test('comes with the deletion of the comment', async () => {
		const by = reader()
		const { id } = await talk.subscribed({ by })
		await deleteComment(by, talk.articleId, id)
		expect(
			await readDb().select().from(replySubscriptions).where(eq(replySubscriptions.commentId, id)),
		).toEqual([])
	})

	test('comes after a year; unconfirmed and unused addresses go earlier', async () => {
		const [{ id }, waiting] = [await talk.subscribed(), talk.newAddress()]
		await talk.said({ parentId: id })
		await talk.later()
		await talk.said({ email: waiting, wants: 'own' })
		await talk.later()
		const emails = async (days: number) => {
			await write((tx) => deleteOldReplyMails(tx, new Date(talk.clock + days * DAY_MS)))
			return (await readDb().select().from(replyAddresses)).map(({ email }) => email)
		}
		expect(await emails(RETENTION.replyLinkDays - 1)).toContain(waiting)
		expect(await emails(RETENTION.replyLinkDays + 1)).not.toContain(waiting)
		await emails(RETENTION.replyNoticeDays + 1)
		expect(await readDb().select().from(replyNotices)).toEqual([])
		expect(await emails(RETENTION.replyMailDays - 1)).not.toEqual([])
		expect(await emails(RETENTION.replyMailDays + 1)).toEqual([])
	})
})
