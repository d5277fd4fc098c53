import type { Page } from '@playwright/test'
import { connectCookie } from '@/app/_http/provider-cookies'
import { recoveryCodesCookie } from '@/app/_http/recovery-codes-cookie'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { makeConfirmationLink } from '@/domain/email-confirmation'
import { startAuthenticator } from '@/domain/factors/authenticator'
import { castMood } from '@/domain/moods'
import { addPerson, signUp } from '@/domain/people'
import type { SignedInViewer } from '@/domain/permissions'
import { signIn } from '@/domain/sessions'
import { SECOND_STEP_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { address, PASSWORD } from './support/env'
import { addAuthenticator } from './support/factors'
import { externalWriteNoticed, publish, viewerOf } from './support/test'

/** Adds a reader's account. */
export async function newReader(): Promise<{ viewer: SignedInViewer; email: string }> {
	const account = {
		name: 'Rita Reader',
		email: `${crypto.randomUUID()}@example.org`,
		role: 'reader' as const,
	}
	const { id } = await addPerson({ ...account, password: PASSWORD })
	return { viewer: { person: { id, ...account }, readerId: null }, email: account.email }
}

/** Opens a page signed in. */
export const openAs = async (page: Page, email: string, path: string): Promise<void> =>
	open(page, path, await sessionOf(email))

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

/** Opens the page that deletes an account with a published comment. */
export async function openAccountDeletion(page: Page): Promise<void> {
	const { viewer, email } = await newReader()
	const { articleId } = await publish({})
	const { id } = await postComment(viewer, articleId, {
		body: 'I saw it.',
		parentId: null,
		name: '',
		email: '',
	})
	await moderateComment(await viewerOf('moderator'), id, 'approved')
	await castMood(viewer, articleId, 'sad')
	await externalWriteNoticed()
	await openAs(page, email, '/account/delete')
}

export async function openSecondStep(page: Page): Promise<void> {
	const { viewer, email } = await newReader()
	await addAuthenticator(viewer)
	await open(page, '/sign-in/code?next=/account', {
		[SECOND_STEP_COOKIE]: (await signIn(email, PASSWORD)).token,
	})
}

/** Signs a reader up. */
async function newSignUp(): Promise<{ id: string; email: string }> {
	const email = `${crypto.randomUUID()}@example.org`
	const { personId } = await signUp({ name: 'Rita Reader', email, password: PASSWORD })
	return { id: personId ?? '', email }
}

export async function openUnconfirmed(page: Page): Promise<void> {
	await open(page, '/account', await sessionOf((await newSignUp()).email))
}

export async function openConfirmation(page: Page): Promise<void> {
	const { pathname, search } = new URL(await makeConfirmationLink(await newSignUp(), '/account'))
	await page.goto(pathname + search)
}

/** Opens the question for the public name of a new reader who comes from a provider. */
export async function openNewName(page: Page): Promise<void> {
	const waiting = { provider: 'google' as const, accountId: '2', name: 'Rita', email: 'rita@example.org' }
	const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(connectCookie(waiting)) ?? []
	await open(page, '/account/connect/name?next=/account', { [name]: value })
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
