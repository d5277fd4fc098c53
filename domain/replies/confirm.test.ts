import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { people, replyAddresses } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { reader } from '@/e2e/support/stories'
import { RETENTION } from '@/lib/retention'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import { confirmReplyMails, findReplyMails } from './change'
import { confirmToken, parseReplyToken, stopToken } from './links'
import { DAY_MS, tokenIn, withTalk } from './replies.fixture'

withDatabase()
const talk = withTalk()

describe('confirmation of an address', () => {
	test('is asked for once the comment is approved, and nothing is sent before it', async () => {
		const email = talk.newAddress()
		const words = { body: 'Held.', parentId: null, name: 'Ada', email, wants: 'own' as const }
		const { id } = await postComment(reader(), talk.articleId, words)
		expect(await talk.later()).toEqual([])
		await moderateComment(talk.editor, id, 'approved')
		const [mail] = await talk.later()
		expect(mail?.to).toEqual([email])
		expect(mail?.text).toContain('Your comment on “The ferry” is on the site.')
		expect(mail?.text).not.toContain('token=c.reader')
		// A stranger's words would reach the address with the name.
		expect(mail?.source).not.toContain('Ada')
		await talk.said({ parentId: id, body: 'Too early.' })
		expect(await talk.later()).toEqual([])
		expect(await findReplyMails(tokenIn(mail))).toEqual({ state: 'unconfirmed' })
		await confirmReplyMails(tokenIn(mail))
		expect(await findReplyMails(tokenIn(mail))).toEqual({ state: 'confirmed' })
		await talk.said({ parentId: id, body: 'In time.' })
		const [notice] = await talk.later()
		expect(notice?.text).toContain('Ada on “The ferry”:\n> In time.\n')
		expect(notice?.text).not.toContain('Too early.')
	})

	test('is asked for once a day at most, and not again when confirmed', async () => {
		const email = talk.newAddress()
		await talk.said({ email, wants: 'own' })
		await talk.said({ email, wants: 'own' })
		expect(await talk.later()).toHaveLength(1)
		await talk.said({ email, wants: 'own' })
		expect(await talk.later()).toEqual([])
		const [again] = await talk.later(24 * 60)
		await confirmReplyMails(tokenIn(again))
		await talk.said({ email, wants: 'own' })
		expect(await talk.later(24 * 60)).toEqual([])
	})

	test('needs a token of this site that is not too old', async () => {
		const { email } = await talk.subscribed()
		const [{ id = '' } = {}] = await readDb()
			.select()
			.from(replyAddresses)
			.where(eq(replyAddresses.email, email))
		const late = confirmToken(id, new Date(Date.now() - RETENTION.replyLinkDays * DAY_MS))
		for (const token of [
			'',
			'c.x.y',
			late,
			confirmToken(id, new Date()).replace(/.$/, '_'),
			stopToken(id, 1),
		])
			await expect(confirmReplyMails(token)).rejects.toMatchObject({ code: 'gone' })
		// A token of the other kind is no key to this one.
		expect(parseReplyToken(stopToken(id, 1).replace(/^s/, 'c'))).toBeNull()
		expect(confirmToken(id, new Date())).not.toContain(email)
	})
})

test('an account with an unconfirmed address needs the confirmation too', async () => {
	const email = talk.newAddress()
	const { person } = talk.editor
	await write((tx) => tx.update(people).set({ email }).where(eq(people.id, person.id)))
	const account = { ...talk.editor, person: { ...person, email } }
	const { id } = await postComment(account, talk.articleId, {
		...{ body: 'From the newsroom.', parentId: null, name: '', email: '' },
		wants: 'own',
	})
	const [mail] = await talk.later()
	expect(mail?.to).toEqual([email])
	await confirmReplyMails(tokenIn(mail))
	await postComment(account, talk.articleId, { body: 'More.', parentId: id, name: '', email: '' })
	expect(await talk.later()).toEqual([])
})

test('an account with a confirmed address is mailed without another link', async () => {
	const email = talk.newAddress()
	const { person } = talk.editor
	const confirmed = { email, emailConfirmedAt: new Date() }
	await write((tx) => tx.update(people).set(confirmed).where(eq(people.id, person.id)))
	const by = { ...talk.editor, person: { ...person, email } }
	const id = await talk.said({ by, wants: 'own' })
	expect(await talk.later()).toEqual([])
	await talk.said({ parentId: id })
	expect((await talk.later()).map(({ to }) => to)).toEqual([[email]])
})

test('nothing is stored where the site sends no mails', async () => {
	vi.stubEnv('SMTP_URL', '')
	const email = talk.newAddress()
	await talk.said({ email, wants: 'own' })
	expect(await readDb().select().from(replyAddresses).where(eq(replyAddresses.email, email))).toEqual([])
})
