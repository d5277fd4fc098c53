import type { Page } from 'playwright'
import { expect } from 'vitest'
import { READERS } from '../support/feed-rules'
import { type HttpResponse, sendRequest } from '../support/http-client'
import { marksIn, type XssPayload } from '../support/xss-payloads'
import { inspectDocument, type Looked } from './xss-browser'
import type { Cookie, XssSite } from './xss-site'

const MARKS: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", amp: '&' }

/** A page as a site that escapes nothing would send it. */
export const unescaped = (html: string): string =>
	html.replaceAll(/&(lt|gt|quot|#39|#x27|amp);/g, (_, mark: string) => MARKS[mark] ?? '')

/** Lists of the comments of all stories. */
const LISTS = ['/comments', '/comments/respected']

type LookedFeed = Looked & { surface: 'feeds' | 'list feeds' }

/** Reads the feeds of comments strictly, and shows their texts as a feed reader without a sanitizer does. */
export async function lookAtFeeds(page: Page, address: string, { stories }: XssSite): Promise<LookedFeed[]> {
	const looked: LookedFeed[] = []
	for (const list of [...stories.map((slug) => `/news/${slug}`), ...LISTS])
		for (const [format, read] of Object.entries(READERS)) {
			const { status, headers, text } = await sendRequest(`${address}${list}/feed.${format}`)
			expect([list, format, status, headers['x-content-type-options']]).toEqual([
				list,
				format,
				200,
				'nosniff',
			])
			const entries = read(text)
			await page.goto('about:blank')
			await page.setContent(entries.map(({ html }) => html).join('\n'))
			const inspected = await page.evaluate(inspectDocument)
			const titles = entries.flatMap(({ title, authors }) => marksIn(`${title} ${authors.join(' ')}`))
			const surface = LISTS.includes(list) ? 'list feeds' : 'feeds'
			looked.push({ ...inspected, surface, status, marks: [...inspected.marks, ...titles] })
		}
	return looked
}

/** Files that browsers do not show as pages, whatever they hold. */
const FILES: [path: string, type: RegExp][] = [
	['/desk/log/export?format=csv', /^text\/csv/],
	['/desk/log/export?format=json', /^application\/json/],
	['/desk/reports/export?format=csv', /^text\/csv/],
	['/desk/reports/export?format=json', /^application\/json/],
]

export async function expectPlainFiles(address: string, site: XssSite, owner: Cookie): Promise<void> {
	const cookie = `${owner.name}=${owner.value}`
	const stories = site.stories.flatMap((slug): typeof FILES => [
		[`/news/${slug}/comments.json`, /^application\/json/],
		[`/news/${slug}/counts.csv`, /^text\/csv/],
	])
	const month = new Date().toISOString().slice(0, 7)
	stories.push([`/transparency/${month}.csv`, /^text\/csv/])
	for (const [path, type] of [...FILES, ...stories]) {
		const { status, headers, text } = await sendRequest(address + path, { headers: { Cookie: cookie } })
		expect([path, status, headers['x-content-type-options']]).toEqual([path, 200, 'nosniff'])
		expect(headers['content-type']).toMatch(type)
		if (type.source.includes('json')) JSON.parse(text)
		if (path.startsWith('/desk/')) expect(headers['content-disposition']).toMatch(/^attachment/)
	}
}

/** Headers and cookies that a client chooses; a header holds no control characters. */
const HEADERS = [
	'Referer',
	'User-Agent',
	'Accept-Language',
	'X-Forwarded-For',
	'X-Forwarded-Host',
	'X-Real-IP',
	'Forwarded',
	'From',
	'Via',
	'Cookie',
]
const COOKIES = ['square-thread', 'square-appearance', 'square-recent-write', 'square-islands', 'square-ads']
const ASKED = ['/follow', '/nowhere', '/sign-in', '/account', '/search?q=quay', '/desk']

/** Sends payloads in headers, and returns the answers that hold one. */
export async function echoedHeaders(address: string, payloads: XssPayload[]): Promise<string[]> {
	const echoed: string[] = []
	const printable = payloads.filter(({ text }) => /^[\x20-\x7e]{1,400}$/.test(text))
	for (const [at, { text }] of printable.entries()) {
		const cookies = COOKIES.map((name) => `${name}=${text.replace(/[;,]/g, '')}`).join('; ')
		const headers = Object.fromEntries(HEADERS.map((name) => [name, name === 'Cookie' ? cookies : text]))
		const path = ASKED[at % ASKED.length] as string
		const answer = await sendRequest(address + path, { headers: { ...headers, Accept: 'text/html' } })
		if (holdsMark(answer)) echoed.push(`${path}: ${text}`)
	}
	return echoed
}

const holdsMark = ({ text, headers, cookies }: HttpResponse): boolean =>
	marksIn(`${text}${JSON.stringify(headers)}${cookies.join()}`).length > 0
