import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { CACHEABLE_ROUTES } from './cacheable-routes'
import { FORM_ROUTES } from './form-routes'
import { WORKER_ROUTES } from './worker-routes'

/** Reader pages outside `CACHEABLE_ROUTES`, which are rendered for each request, with the reason. */
const PRIVATE_PAGES: Record<string, string> = {
	'/accessibility': 'shows the rejected form',
	'/account': 'shows the account of the viewer',
	'/account/authenticator': 'shows the secret of the viewer',
	'/account/comments': 'shows the comments of the viewer',
	'/account/ignored': 'shows the list of the viewer',
	'/account/notices': 'shows the notices of the viewer',
	'/account/votes': 'shows the votes of the viewer',
	'/account/connect': 'shows the account at a provider that waits in the browser',
	'/account/connect/name': 'shows the name at a provider that waits in the browser',
	'/account/recovery-codes': 'shows the codes of the viewer',
	'/sign-in/code': 'shows the second step of a sign-in',
	'/account/delete': 'shows the numbers of the viewer',
	'/account/confirm': 'shows the form that needs a recent sign-in',
	'/error': 'requested by the server only, which caches it by error',
	'/preview/a': 'shows a draft to people with its link, until it is revoked',
	'/preview/front-page': 'shows an arrangement to its editors',
	'/preview/story/a': 'shows unsaved text to its author',
	'/news/a/comments/a/edit': 'shows the text of the viewer, and the rejected form',
	'/news/a/comments/a/confirm': 'shows the token of a one-time link',
	'/password': 'shows the token of a one-time link, and the rejected form',
	'/decisions/a': 'shows the reasons of a decision to the author of the comment',
	'/reports/a': 'shows the decision on a report to its sender',
	'/reports/new': 'shows the rejected form',
	'/replies': 'shows the state of a link of a mail',
	'/reading-list': 'shows the saved stories of the viewer',
	'/search': 'answers free text, which would fill the cache',
	'/sign-in': 'shows the rejected form, and the link and return address of the request',
	'/sign-up': 'shows the rejected form and the return address of the request',
	'/sign-up/confirm': 'shows the token of a one-time link',
	'/welcome': 'shows the token of a one-time link',
}

/** Handlers outside `WORKER_ROUTES`, which run in Next, with the reason. */
const NEXT_HANDLERS: Record<string, string> = {
	'GET /api/auth/session': 'endpoint of next-auth without peak load',
	'GET /api/auth/callback/a': 'rate-limited sign-in through next-auth',
	'POST /api/auth/signin/a': 'rate-limited sign-in through next-auth',
	'POST /account/connect/confirm': 'connection of an account, without peak load',
	'POST /account/connect/new': 'happens once for each account',
	'POST /account/connect/remove': 'removal of a connection, without peak load',
	'GET /news/a/comments/a': 'permalink without peak load, whose error page Next renders',
	'GET /account/recovery-codes/file': 'a download once after the set-up of a factor',
	'POST /news/a/comments/a': 'edit of an own comment, without peak load',
	'POST /news/a/comments/a/delete': 'deletion of an own comment, without peak load',
	'POST /news/a/comments/a/confirmed': 'used once for each link',
	'POST /accessibility/message': 'rate-limited message to the newsroom',
	'POST /account/authenticator/confirm': 'rate-limited set-up of a factor',
	'POST /account/authenticator/remove': 'removal of a factor, without peak load',
	'POST /account/authenticator/start': 'set-up of a factor, without peak load',
	'POST /account/recovery-codes/done': 'set-up of a factor, without peak load',
	'POST /account/recovery-codes/new': 'set-up of a factor, without peak load',
	'POST /account/passkeys/add': 'set-up of a factor, without peak load',
	'POST /account/passkeys/change': 'renaming or removal of a factor, without peak load',
	'POST /account/passkeys/options': 'set-up of a factor, without peak load',
	'POST /account/delete/run': 'happens once',
	'POST /account/ignored/stop': 'change of a list, without peak load',
	'POST /news/a/ignore': 'change of a list, without peak load',
	'POST /account/download': 'rate-limited file of all data',
	'POST /account/name': 'limited change of the name',
	'POST /account/notices/seen': 'a mark of one reader, without peak load',
	'POST /account/password': 'rate-limited change of a password',
	'POST /account/email': 'rate-limited mail',
	'POST /account/sessions': 'ends sessions, without peak load',
	'POST /account/votes/withdraw': 'withdrawal of one vote, without peak load',
	'POST /password/link': 'rate-limited mail',
	'POST /password/new': 'used once for each link',
	'POST /complaints/send': 'rate-limited complaint to the newsroom',
	'GET /replies/unsubscribe': 'redirect for mail programs, without peak load',
	'POST /replies/change': 'rate-limited change by the link of a mail',
	'POST /replies/unsubscribe': 'used once for each address',
	'POST /reports/send': 'rate-limited report to the newsroom',
	'POST /session': 'rate-limited sign-in',
	'POST /session/code': 'rate-limited sign-in',
	'POST /session/link': 'rate-limited mail',
	'POST /session/passkey': 'rate-limited sign-in',
	'POST /session/passkey/confirm': 'rate-limited sign-in',
	'POST /session/passkey/options': 'rate-limited sign-in',
	'POST /session/confirm': 'rate-limited sign-in',
	'POST /sign-out': 'reads the cookies through Next',
	'POST /sign-up/account': 'rate-limited creation of an account',
	'POST /sign-up/confirm/email': 'used once for each link',
	'POST /welcome/account': 'used once for each invitation',
}

/** Handlers of GET that browsers prefetch, with the reason. */
const PREFETCHED: Record<string, string> = {
	'GET /news/a/comments/a': 'redirect to the page of the comment, which shows it at once',
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const FILES = readdirSync('app', { recursive: true, encoding: 'utf8' })
const READER_FILES = FILES.filter((file) => !file.startsWith('desk/'))
const ROUTE_FILE = /(^|\/)route\.tsx?$/
const PAGE_FILE = /(^|\/)page\.tsx?$/

/** URL path of a file in `app`, with `a` for each parameter. */
const pathOf = (file: string) =>
	`/${file
		.replace(/\/?(page|route)\.tsx?$/, '')
		.replace(/\([^)]+\)\/?/g, '')
		.replace(/\[[^\]]+\]/g, 'a')}`

/** Handlers of the route files, such as `POST /session`. */
async function handlersOf(files: string[]): Promise<string[]> {
	const handlers = files
		.filter((file) => ROUTE_FILE.test(file))
		.map(async (file) => {
			const exported = await import(/* @vite-ignore */ resolve('app', file))
			return METHODS.filter((method) => method in exported).map((method) => `${method} ${pathOf(file)}`)
		})
	return (await Promise.all(handlers)).flat()
}

test('each reader page is cacheable or a listed private page', () => {
	const pages = READER_FILES.filter((file) => PAGE_FILE.test(file)).map(pathOf)
	const uncacheable = pages.filter((page) => !CACHEABLE_ROUTES.some(({ path }) => path.test(page)))
	expect(uncacheable.sort()).toEqual(Object.keys(PRIVATE_PAGES).sort())
	for (const { path } of CACHEABLE_ROUTES)
		expect(
			pages.filter((page) => path.test(page)),
			`${path}`,
		).toHaveLength(1)
})

test('no reader page is at an address of the desk', () => {
	const pages = FILES.filter((file) => file.startsWith('(reader)/') && PAGE_FILE.test(file)).map(pathOf)
	expect(pages.filter((page) => page.startsWith('/desk'))).toEqual([])
})

test('each reader handler runs in the worker or is listed', async () => {
	const handlers = await handlersOf(READER_FILES)
	const isInWorker = (handler: string) =>
		WORKER_ROUTES.some(({ method, path }) => {
			const [ownMethod, ownPath = ''] = handler.split(' ')
			return method === ownMethod && path.test(ownPath)
		})
	expect(handlers.filter((handler) => !isInWorker(handler)).sort()).toEqual(Object.keys(NEXT_HANDLERS).sort())
	expect(handlers.filter(isInWorker)).toHaveLength(WORKER_ROUTES.length)
})

test('browsers prefetch no handler of GET but the listed ones', async () => {
	const rules = JSON.parse(readFileSync('public/speculation-rules.json', 'utf8'))
	const [pages, { not }] = rules.prefetch[0].where.and
	const matches = (pattern: string, path: string) =>
		new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path)
	const isPrefetched = (handler: string) =>
		handler.startsWith('GET ') &&
		matches(pages.href_matches, handler.slice(4)) &&
		!not.href_matches.some((pattern: string) => matches(pattern, handler.slice(4)))
	expect((await handlersOf(FILES)).filter(isPrefetched)).toEqual(Object.keys(PREFETCHED))
})

test('FORM_ROUTES matches exactly the routes that export POST', async () => {
	const handlers = await handlersOf(FILES)
	const posts = handlers.filter((handler) => handler.startsWith('POST ')).map((handler) => handler.slice(5))
	expect(posts).toHaveLength(FORM_ROUTES.length)
	for (const path of handlers.map((handler) => handler.replace(/^\w+ /, '')))
		expect(
			FORM_ROUTES.some((form) => form.test(path)),
			path,
		).toBe(posts.includes(path))
})

test('Server Actions exist on the desk only', () => {
	const modules = READER_FILES.filter((file) => /(?<!\.test)\.tsx?$/.test(file))
	expect(modules.length).toBeGreaterThan(15)
	const isAction = (file: string) => /^\s*['"]use server/m.test(readFileSync(resolve('app', file), 'utf8'))
	expect(modules.filter(isAction)).toEqual([])
})
