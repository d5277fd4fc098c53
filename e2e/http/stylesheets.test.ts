import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { recoveryCodesCookie } from '@/app/_http/recovery-codes-cookie'
import { startStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { startAuthenticator } from '@/domain/factors/authenticator'
import { receiptPath } from '@/domain/notices/mails'
import { sendReport } from '@/domain/notices/reports'
import { savePage, startPage } from '@/domain/pages/pages'
import { addPerson } from '@/domain/people'
import type { SignedInViewer } from '@/domain/permissions'
import { createPreviewLink } from '@/domain/preview-links'
import { setPart } from '@/domain/series/set-part'
import { signIn } from '@/domain/sessions'
import { SECOND_STEP_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { newRequestContext } from '@/lib/request-context'
import type { Role } from '@/lib/roles'
import { mondayOf } from '@/lib/weeks'
import { prepareNext } from '@/server/next-app'
import { type NextHandler, renderWithNext, syntheticGet } from '@/server/next-renderer'
import { stripFrameworkScripts } from '@/server/strip-scripts'
import { addAuthenticator } from '../support/factors'
import { sendRequest } from '../support/http-client'
import { insertPhoto } from '../support/photos'
import { replyMailsPath } from '../support/reply-states'
import { liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()

const CSS_BYTES_MAX = 12_000
const PASSWORD = 'a good long password'

/** URL of a page by the route's name in the build. */
const urls: Record<string, string> = {
	'/(reader)/page': '/',
	'/(reader)/[page]/page': '/about',
	'/(reader)/account/page': '/account',
	'/(reader)/account/authenticator/page': '/account/authenticator',
	'/(reader)/account/comments/page': '/account/comments',
	'/(reader)/account/notices/page': '/account/notices',
	'/(reader)/account/votes/page': '/account/votes',
	'/(reader)/account/ignored/page': '/account/ignored',
	'/(reader)/account/delete/page': '/account/delete',
	'/(reader)/account/confirm/page': '/account/confirm',
	'/(reader)/account/connect/page': '/account/connect',
	'/(reader)/account/connect/name/page': '/account/connect/name',
	'/(reader)/account/recovery-codes/page': '/account/recovery-codes',
	'/(reader)/archive/page': '/archive',
	'/(reader)/comments/page': '/comments',
	'/(reader)/comments/respected/page': '/comments/respected',
	'/(reader)/corrections/page': '/corrections',
	'/(reader)/error/page': '/error',
	'/(reader)/accessibility/page': '/accessibility',
	'/(reader)/follow/page': '/follow',
	'/(reader)/moods/page': '/moods',
	'/(reader)/moods/[week]/page': `/moods/${mondayOf(new Date().toISOString().slice(0, 10))}`,
	'/(reader)/most/page': '/most',
	'/(reader)/most/[list]/page': '/most/angry',
	'/(reader)/news/[slug]/page': '/news/the-mill-turns',
	'/(reader)/news/[slug]/comments/[id]/confirm/page': '/news/the-mill-turns/comments/1/confirm',
	'/(reader)/news/[slug]/counts/page': '/news/the-mill-turns/counts',
	'/(reader)/news/[slug]/history/page': '/news/the-mill-turns/history',
	'/(reader)/news/[slug]/history/[number]/page': '/news/the-mill-turns/history/1',
	'/(reader)/news/[slug]/photos/[number]/page': '/news/the-mill-turns/photos/1',
	'/(reader)/reading-list/page': '/reading-list',
	'/(reader)/people/page': '/people',
	'/(reader)/stored-data/page': '/stored-data',
	'/(reader)/transparency/page': '/transparency',
	'/(reader)/transparency/[month]/page': `/transparency/${new Date().toISOString().slice(0, 7)}`,
	'/(reader)/reports/new/page': '/reports/new?comment=1',
	'/(reader)/search/page': '/search?q=mill',
	'/(reader)/series/page': '/series',
	'/(reader)/series/[slug]/page': '/series/the-mills',
	'/(reader)/sections/[slug]/page': '/sections/news',
	'/(reader)/password/page': '/password',
	'/(reader)/preview/front-page/page': '/preview/front-page',
	'/(reader)/sign-in/page': '/sign-in',
	'/(reader)/sign-in/code/page': '/sign-in/code',
	'/(reader)/sign-up/page': '/sign-up',
	'/(reader)/sign-up/confirm/page': '/sign-up/confirm',
	'/(reader)/tags/page': '/tags',
	'/(reader)/tags/[slug]/page': '/tags/mill',
	'/(reader)/welcome/page': '/welcome',
}
/** Before the start of the server. */
const builtFiles = filesIn('.next')
/** Pages of the viewer alone. */
const PERSONAL = /^\/(account|decisions|preview\/(story|front-page)|news\/[^/]+\/comments)\b/
const READER_PAGE = /^\/\(reader\)\/(.+\/)?page$/
const anonymous: Record<string, string> = {}
let signedIn = anonymous
let renderPage: NextHandler

beforeAll(async () => {
	const hero = { heroPhotoId: await insertPhoto() }
	const { editor, articleId } = await liveStory({ headline: 'The mill turns', tags: ['mill'], ...hero })
	const { fields } = await findStory(editor, articleId)
	await setPart(editor, articleId, { name: 'The mills', part: '' })
	urls['/(reader)/archive/[...date]/page'] = `/archive/${new Date().getUTCFullYear()}`
	urls['/(reader)/people/[slug]/page'] = `/people/${fields.bylines[0]}`
	const about = { title: 'About us', body: parseMarkdown('We print.') }
	const page = await startPage(editor, { ...about, slug: 'about' })
	await savePage(editor, page, 1, about, 'publish')
	urls['/(reader)/preview/story/[id]/page'] = `/preview/story/${articleId}`
	const draft = await startStory(editor, fields)
	urls['/(reader)/preview/[token]/page'] = `/preview/${await createPreviewLink(editor, draft.articleId, 7)}`
	const owner = await addAccount('owner')
	const comment = { body: 'It does turn.', parentId: null, name: '', email: '' }
	const [kept, removed] = [await postComment(owner.viewer, articleId, comment), { ...comment, body: 'No.' }]
	const { id: removedId } = await postComment(owner.viewer, articleId, removed)
	await moderateComment(editor, removedId, 'rejected')
	const report = { reason: 'spam', explanation: '', goodFaith: false, name: '', email: '' }
	const receipt = await sendReport({ ...report, commentId: kept.id })
	urls['/(reader)/reports/[number]/page'] = receiptPath(receipt.id, receipt.token)
	urls['/(reader)/replies/page'] = await replyMailsPath(kept.id, 'confirm')
	urls['/(reader)/decisions/[comment]/page'] = `/decisions/${removedId}`
	const { token } = await signIn(owner.email, PASSWORD)
	const words = { body: 'It turns.', parentId: null, name: '', email: '' }
	const { id } = await postComment(owner.viewer, articleId, words)
	urls['/(reader)/news/[slug]/comments/[id]/edit/page'] = `/news/the-mill-turns/comments/${id}/edit`
	await startAuthenticator(owner.viewer)
	const codes = recoveryCodesCookie(owner.viewer.person.id, ['abcd-efgh']).split(';', 1)[0]
	const protectedReader = await addAccount('reader')
	await addAuthenticator(protectedReader.viewer)
	const step = `${SECOND_STEP_COOKIE}=${(await signIn(protectedReader.email, PASSWORD)).token}`
	anonymous.cookie = step
	signedIn = { cookie: `${SESSION_COOKIE}=${token}; ${codes}; ${step}` }
	renderPage = await prepareNext({ dev: false, host: '127.0.0.1', port: 0 })
})

async function addAccount(role: Role): Promise<{ email: string; viewer: SignedInViewer }> {
	const account = { name: `A ${role}`, email: `${role}@example.org`, role }
	const { id } = await addPerson({ ...account, password: PASSWORD })
	return { email: account.email, viewer: { person: { id, ...account }, readerId: null } }
}

test('every reader page has one style sheet with all of its styles', async () => {
	const manifest = JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8'))
	const routes = Object.keys(manifest).filter((route) => READER_PAGE.test(route))
	expect(Object.keys(urls).sort()).toEqual(routes.sort())
	for (const [route, url] of Object.entries(urls))
		for (const headers of PERSONAL.test(url) ? [signedIn] : [anonymous, signedIn]) {
			const page = await sendRequest(server.address + url, { headers })
			expect(page.status, route).toBe(200)
			const { styles } = stripFrameworkScripts(page.text)
			expect(styles, route).toHaveLength(1)
			const joined = await sendRequest(server.address + styles[0], { headers: { 'accept-encoding': 'br' } })
			expect(joined.headers['cache-control'], route).toBe('public, max-age=31536000, immutable')
			expect(joined.bytes.length, route).toBeLessThanOrEqual(CSS_BYTES_MAX)
			expect(joined.text, route).toBe(await stylesOfNext(url))
			// Words belong to the catalogue, in the language of the site.
			expect(joined.text, route).not.toMatch(/content:\s*"[^"]*\p{L}/u)
		}
})

/** The style sheets that Next itself links in the page, one after the other. */
async function stylesOfNext(url: string): Promise<string> {
	const request = syntheticGet(url, { host: 'square.test', ...signedIn })
	const page = await renderWithNext(renderPage, request, newRequestContext('127.0.0.1'))
	const { styles } = stripFrameworkScripts(page.body.toString())
	return styles.map((path) => readFileSync(path.replace('/_next/', '.next/'), 'utf8')).join('\n')
}

test('the server writes nothing into the build', async () => {
	const others = ['/nowhere', '/news/none', '/news/the-mill-turns?page=2', '/desk', '/favicon.ico']
	for (const url of [...Object.values(urls), ...others])
		for (const headers of [anonymous, signedIn, { 'save-data': 'on' }])
			await sendRequest(server.address + url, { headers })
	expect(filesIn('.next')).toEqual(builtFiles)
})

/** Path, size and time of the last change of each file. */
function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
		const { size, mtimeMs } = statSync(join(folder, name))
		return `${name} ${size} ${mtimeMs}`
	})
}
