import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, emailConfirmations } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import {
	confirmEmail,
	emailConfirmedAt,
	findConfirmation,
	mailAfterSignUp,
	mailConfirmationAgain,
} from './email-confirmation'
import { mailPasswordReset, setPasswordByLink } from './password-links'
import { addPerson, signUp } from './people'
import { hashToken } from './sessions'

withDatabase()

const PASSWORD = 'engine no. 1'
const linkIn = (text = '') => new URL(/http\S+token=\S+/.exec(text)?.[0] ?? '')
const tokenIn = (text?: string) => linkIn(text).searchParams.get('token') ?? ''

async function newAccount() {
	const email = `${crypto.randomUUID()}@example.org`
	const signedUp = await signUp({ name: 'Buy at spam.example', email, password: PASSWORD })
	return { email, signedUp, id: signedUp.personId ?? '' }
}

test('a mailed link confirms once, by its button alone', async () => {
	vi.stubEnv('SITE_URL', 'https://news.example.org')
	const received = await startMailbox()
	const { email, signedUp, id } = await newAccount()
	await mailAfterSignUp(signedUp, '/news/a?b=c#comment-form')
	expect(received.map(({ to }) => to)).toEqual([[email]])
	expect(received[0]?.source).not.toContain('spam.example')
	const link = linkIn(received[0]?.text)
	expect([link.origin, link.pathname]).toEqual(['https://news.example.org', '/sign-up/confirm'])
	expect(link.searchParams.get('next')).toBe('/news/a?b=c#comment-form')
	const token = tokenIn(received[0]?.text)
	for (let times = 0; times < 2; times += 1)
		expect(await findConfirmation(token)).toEqual({ endsSignIns: false })
	expect(await emailConfirmedAt(id)).toBeNull()
	await confirmEmail(token)
	expect(await emailConfirmedAt(id)).toBeInstanceOf(Date)
	for (const used of [token, '', `${token}x`]) {
		expect(await findConfirmation(used)).toBeNull()
		await expect(confirmEmail(used)).rejects.toMatchObject({ code: 'gone' })
	}
	const stored = [await readDb().select().from(emailConfirmations), await readDb().select().from(auditEvents)]
	expect(JSON.stringify(stored)).not.toContain(token)
})

test('one link of several confirms, and ends the others', async () => {
	const received = await startMailbox()
	const { email, id } = await newAccount()
	const viewer = { person: { id, name: 'Ada', email, role: 'reader' as const }, readerId: null }
	expect(await mailConfirmationAgain(viewer)).toBe('sent')
	expect(await mailConfirmationAgain(viewer)).toBe('sent')
	const [first = '', second = ''] = received.map(({ text }) => tokenIn(text))
	await confirmEmail(first)
	await expect(confirmEmail(second)).rejects.toMatchObject({ code: 'gone' })
	await expect(mailConfirmationAgain(viewer)).rejects.toMatchObject({ code: 'invalid' })
	expect(received).toHaveLength(2)
})

test('an expired link confirms nothing', async () => {
	const received = await startMailbox()
	const { signedUp, id } = await newAccount()
	await mailAfterSignUp(signedUp, '/')
	const token = tokenIn(received[0]?.text)
	const past = { expiresAt: new Date(Date.now() - 1) }
	const ofToken = eq(emailConfirmations.tokenHash, hashToken(token))
	await write((tx) => tx.update(emailConfirmations).set(past).where(ofToken))
	await expect(confirmEmail(token)).rejects.toMatchObject({ code: 'gone' })
	expect(await emailConfirmedAt(id)).toBeNull()
})

test('a sign-up with a known address is mailed without a link', async () => {
	const received = await startMailbox()
	const { email } = await newAccount()
	const again = await signUp({ name: 'Eve', email, password: 'of an attacker' })
	expect(again.personId).toBeNull()
	await mailAfterSignUp(again, '/')
	expect(received.map(({ to }) => to)).toEqual([[email]])
	expect(received[0]?.text).not.toContain('token=')
	expect(received[0]?.text).toContain('/password')
})

test('accounts made by staff are confirmed, and a mailed password link confirms', async () => {
	const received = await startMailbox()
	const staff = { name: 'Ida', email: 'ida@example.org', password: PASSWORD, role: 'editor' as const }
	expect(await emailConfirmedAt((await addPerson(staff)).id)).toBeInstanceOf(Date)
	const { email, id } = await newAccount()
	await mailPasswordReset(email)
	await setPasswordByLink(tokenIn(received[0]?.text), 'another long password')
	expect(await emailConfirmedAt(id)).toBeInstanceOf(Date)
})
