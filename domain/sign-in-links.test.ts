import { expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import { emailConfirmedAt } from './email-confirmation'
import { addPerson, signUp } from './people'
import { findSession, signIn } from './sessions'
import { findSignInLink, mailSignInLink, makeSignInLink, redeemSignInLink } from './sign-in-links'

withDatabase()

const PASSWORD = 'engine no. 1'
const linkIn = (text = '') => new URL(/http\S+link=\S+/.exec(text)?.[0] ?? '')
const tokenIn = (text?: string) => linkIn(text).searchParams.get('link') ?? ''

async function newAccount(confirmed: boolean) {
	const email = `${crypto.randomUUID()}@example.org`
	const account = { name: 'Rita Reader', email, password: PASSWORD }
	if (confirmed) return { email, id: (await addPerson({ ...account, role: 'reader' })).id }
	return { email, id: (await signUp(account)).personId ?? '' }
}

test('a mailed link signs in once and leads back', async () => {
	vi.stubEnv('SITE_URL', 'https://news.example.org')
	const received = await startMailbox()
	const { email } = await newAccount(true)
	await mailSignInLink('nobody@example.org', '/')
	await mailSignInLink(email, '/news/a#comment-form')
	expect(received.map(({ to }) => to)).toEqual([[email]])
	const link = linkIn(received[0]?.text)
	expect([link.origin, link.pathname]).toEqual(['https://news.example.org', '/sign-in'])
	expect(link.searchParams.get('next')).toBe('/news/a#comment-form')
	const token = tokenIn(received[0]?.text)
	for (let number = 0; number < 2; number += 1)
		expect(await findSignInLink(token)).toEqual({ name: 'Rita Reader', endsPassword: false })
	const session = await redeemSignInLink(token)
	expect(await findSession(session.token)).toMatchObject({ person: { email } })
	await expect(redeemSignInLink(token)).rejects.toMatchObject({ code: 'gone' })
	await signIn(email, PASSWORD)
})

test('the first mailed link of an unconfirmed address ends what a stranger set', async () => {
	const received = await startMailbox()
	const { email, id } = await newAccount(false)
	const stranger = await signIn(email, PASSWORD)
	await mailSignInLink(email, '/')
	expect(received[0]?.text).not.toContain('Rita')
	const token = tokenIn(received[0]?.text)
	expect(await findSignInLink(token)).toMatchObject({ endsPassword: true })
	const session = await redeemSignInLink(token)
	expect(await findSession(session.token)).not.toBeNull()
	expect(await findSession(stranger.token)).toBeNull()
	await expect(signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'unauthenticated' })
	expect(await emailConfirmedAt(id)).toBeInstanceOf(Date)
})

test('a link of the command line confirms no address', async () => {
	const { email, id } = await newAccount(false)
	await redeemSignInLink(await makeSignInLink(email))
	expect(await emailConfirmedAt(id)).toBeNull()
	await signIn(email, PASSWORD)
})
