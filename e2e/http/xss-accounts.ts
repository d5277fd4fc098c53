import type { Page } from 'playwright'
import { expect, vi } from 'vitest'
import { write } from '@/db'
import { makeCommentLink } from '@/domain/comments/confirmation'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { makeConfirmationLink } from '@/domain/email-confirmation'
import { insertPerson, prepareAccount } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import { createSession } from '@/domain/sessions'
import { makeSignInLink } from '@/domain/sign-in-links'
import { CONNECT_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { NEW_NAME_PATH, type Provider } from '@/lib/sign-in-providers'
import { cookieHeader, post, sendRequest } from '../support/http-client'
import { startOAuthProvider } from '../support/oauth-provider'
import { replyMailsPath } from '../support/reply-states'
import { marksIn, type XssPayload } from '../support/xss-payloads'
import { cookieOf } from './provider-steps'
import { inspectDocument, type Looked } from './xss-browser'
import { unescaped } from './xss-files'
import type { Cookie } from './xss-site'
import type { Field, SentForm, Visit } from './xss-surfaces'

export type XssAccount = { cookie: Cookie; person: { id: string; email: string } }

/** Readers' accounts with payloads as names, the first of which are looked at; sign-up calls the same functions. */
export async function addAccounts(names: XssPayload[], sampled: number): Promise<XssAccount[]> {
	const password = 'a good long password'
	const { passwordHash } = await prepareAccount({ name: 'A', email: 'a@b.cc', password, role: 'reader' })
	const accounts: XssAccount[] = []
	for (const { id, text } of names)
		await write(async (tx) => {
			const email = `account${id}@example.org`
			const person = await insertPerson(tx, { name: text, email, role: 'reader', passwordHash })
			if (accounts.length === sampled) return
			const { token } = await createSession(tx, person.id)
			accounts.push({ cookie: { name: SESSION_COOKIE, value: token }, person: { id: person.id, email } })
		})
	return accounts
}

type Contents = { editor: StaffViewer; story: { articleId: number; slug: string }; texts: string[] }

/** Comments of the accounts with all texts, and the pages of links that mails lead to. */
export async function fillAccounts(
	accounts: XssAccount[],
	{ editor, story, texts }: Contents,
): Promise<Visit[]> {
	const links: Visit[] = []
	const add = (surface: string, link: string, text = '') => {
		const { pathname, search } = new URL(link, 'http://square.test')
		const next = text && `&next=${encodeURIComponent(text.slice(0, 400).toWellFormed())}`
		links.push({ surface, path: pathname + search + next, viewer: 'reader' })
	}
	for (const [at, { person }] of accounts.entries()) {
		const viewer = { person: { ...person, name: 'Ada', role: 'reader' as const }, readerId: null }
		const own = texts.filter((_, index) => index % accounts.length === at)
		for (const body of own) {
			const words = { body, name: '', email: '', parentId: null }
			const { id } = await postComment(viewer, story.articleId, words)
			await moderateComment(editor, id, 'approved')
			if (body !== own[0]) continue
			add('comment link', await makeCommentLink(id))
			add('reply mails', await replyMailsPath(id, 'stop'), body)
		}
		add('sign-in link', await makeSignInLink(person.email).then((token) => `/sign-in?link=${token}`), own[0])
		add('confirmation link', await makeConfirmationLink(person, '/'), own[0])
	}
	return links
}

const ACCOUNT_PAGES = { account: '/account', 'own comments': '/account/comments' }

export const accountVisits = (accounts: XssAccount[], slug: string | undefined): Visit[] =>
	accounts.flatMap(({ cookie: viewer, person }): Visit[] => [
		...Object.entries(ACCOUNT_PAGES).map(([surface, path]): Visit => ({ surface, path, viewer })),
		{ surface: 'account in a story', path: `/news/${slug}`, viewer },
		{ surface: 'desk person', path: `/desk/people/${person.id}`, viewer: 'owner' },
	])

const ACCOUNT_FORMS = [
	...['password', 'email', 'sessions', 'authenticator/confirm', 'recovery-codes/new', 'passkeys/change'],
	...['passkeys/add', 'connect/confirm', 'connect/remove', 'votes/withdraw', 'ignored/stop'],
].map((name) => `/account/${name}`)
const OTHER_FORMS = ['/session/code', '/session/confirm', '/replies/change', '/appearance', '/ads/close']
const STORY_FORMS = ['ignore', 'respect', 'saved', 'moods', 'rating', 'comments/1', 'comments/1/confirmed']
const FIELDS = [
	...['current', 'password', 'code', 'email', 'name', 'next', 'back', 'id', 'kind', 'past', 'token'],
	...['change', 'provider', 'comment', 'give', 'mood', 'stars', 'body', 'session', 'confirm-password'],
]

/** Forms of accounts, with a text in every field that one of them has. */
export const accountForms = (slug: string | undefined, text: string): SentForm[] =>
	[...ACCOUNT_FORMS, ...OTHER_FORMS, ...STORY_FORMS.map((name) => `/news/${slug}/${name}`)].map((action) => ({
		surface: `account form ${action}`,
		action,
		fields: FIELDS.map((name): Field => [name, text]),
	}))

/** Signs in through both providers with payloads as names there, and returns the new accounts. */
export async function addProviderAccounts(address: string, names: XssPayload[]): Promise<Cookie[]> {
	const provider = await startOAuthProvider()
	const settings = { ...provider.settings, SITE_URL: address, NEXTAUTH_URL: address }
	for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
	const cookies: Cookie[] = []
	for (const [at, { id, text }] of names.entries()) {
		const kind: Provider = at % 2 === 0 ? 'github' : 'google'
		const sent = await post(`${address}/api/auth/signin/${kind}`, { next: text })
		const account = { id: String(id), name: text, email: `provider${id}@example.org` }
		const headers = { Cookie: cookieHeader(...sent.cookies) }
		const problem = new URLSearchParams({ error: text, error_description: text, state: text })
		const failed = await sendRequest(`${address}/api/auth/callback/${kind}?${problem}`, { headers })
		expect(marksIn(`${failed.status} ${failed.headers.location} ${failed.text}`)).toEqual([])
		const asked = await sendRequest(await provider.consent(sent.headers.location ?? '', account), { headers })
		const waiting = { headers: { Cookie: cookieOf(asked, CONNECT_COOKIE) } }
		const form = await sendRequest(`${address}${NEW_NAME_PATH}`, waiting)
		expect([form.status, marksIn(form.text)]).toEqual([200, [id]])
		const back = await post(`${address}/account/connect/new`, { name: text, next: text }, waiting)
		const [name = '', value = ''] = cookieOf(back, SESSION_COOKIE).split('=')
		expect([back.status, back.headers.location, name]).toEqual([303, '/', SESSION_COOKIE])
		cookies.push({ name, value })
	}
	vi.unstubAllEnvs()
	await provider.close()
	return cookies
}

/** Reads the downloaded data of an account, and shows its page as a browser shows a file. */
export async function lookAtOwnData(page: Page, address: string, { name, value }: Cookie): Promise<Looked> {
	const { html, json } = await downloads(address, `${name}=${value}`)
	JSON.parse(json)
	await page.goto('about:blank')
	await page.setContent(html)
	const inspected = await page.evaluate(inspectDocument)
	const inBoth = new Set(marksIn(json))
	return { ...inspected, status: 200, marks: inspected.marks.filter((mark) => inBoth.has(mark)) }
}

async function downloads(address: string, cookie: string): Promise<{ html: string; json: string }> {
	const [html = '', json = ''] = await Promise.all(
		['html', 'json'].map(async (format) => {
			const options = { headers: { Cookie: cookie } }
			const { status, headers, text } = await post(`${address}/account/download`, { format }, options)
			expect([status, headers['x-content-type-options']]).toEqual([200, 'nosniff'])
			expect(headers['content-disposition']).toMatch(/^attachment/)
			expect(headers['content-type']).toContain(format)
			return text
		}),
	)
	return { html, json }
}

/** The downloaded page of a site that escapes nothing. */
export async function unescapedOwnData(address: string, { name, value }: Cookie): Promise<string> {
	const { html } = await downloads(address, `${name}=${value}`)
	return unescaped(html)
}
