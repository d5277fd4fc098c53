import type { Page } from '@playwright/test'
import { connectCookie } from '@/app/_http/provider-cookies'
import { recoveryCodesCookie } from '@/app/_http/recovery-codes-cookie'
import { startAuthenticator } from '@/domain/factors/authenticator'
import { addPerson } from '@/domain/people'
import type { SignedInViewer } from '@/domain/permissions'
import { signIn } from '@/domain/sessions'
import { SECOND_STEP_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { address, PASSWORD } from './support/env'
import { addAuthenticator } from './support/factors'

/** Adds a reader's account for one state. */
async function newReader(): Promise<{ viewer: SignedInViewer; email: string }> {
	const account = {
		name: 'Rita Reader',
		email: `${crypto.randomUUID()}@example.org`,
		role: 'reader' as const,
	}
	const { id } = await addPerson({ ...account, password: PASSWORD })
	return { viewer: { person: { id, ...account }, readerId: null }, email: account.email }
}

async function open(page: Page, path: string, cookies: Record<string, string>): Promise<void> {
	await page
		.context()
		.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: address })))
	await page.goto(path)
}

const sessionOf = async (email: string) => ({ [SESSION_COOKIE]: (await signIn(email, PASSWORD)).token })

export async function openAuthenticator(page: Page): Promise<void> {
	const { viewer, email } = await newReader()
	const cookies = await sessionOf(email)
	await startAuthenticator(viewer)
	await open(page, '/account/authenticator', cookies)
}

/** Opens an account with an authenticator app and a second session. */
export async function openProtected(page: Page): Promise<void> {
	const { viewer, email } = await newReader()
	const cookies = await sessionOf(email)
	await signIn(email, PASSWORD, 'Firefox on Linux')
	await addAuthenticator(viewer)
	await open(page, '/account', cookies)
}

export async function openRecoveryCodes(page: Page): Promise<void> {
	const { viewer, email } = await newReader()
	const cookies = await sessionOf(email)
	const { codes } = await addAuthenticator(viewer)
	const [, name = '', value = ''] =
		/^([^=]+)=([^;]+)/.exec(recoveryCodesCookie(viewer.person.id, codes)) ?? []
	await open(page, '/account/recovery-codes', { ...cookies, [name]: value })
}

export async function openSecondStep(page: Page): Promise<void> {
	const { viewer, email } = await newReader()
	await addAuthenticator(viewer)
	await open(page, '/sign-in/code?next=/account', {
		[SECOND_STEP_COOKIE]: (await signIn(email, PASSWORD)).token,
	})
}

/** Opens the question whether an account at a provider is to be connected. */
export async function openConnect(page: Page): Promise<void> {
	const { email } = await newReader()
	const waiting = { provider: 'github' as const, accountId: '1', name: 'Rita', email }
	const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(connectCookie(waiting)) ?? []
	await open(page, '/account/connect?with=github&next=/account', {
		...(await sessionOf(email)),
		[name]: value,
	})
}
