import { beforeAll, expect, test } from 'vitest'
import { addNote } from '@/domain/articles/notes'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import { findStory } from '@/domain/articles/stories'
import { trashStory } from '@/domain/articles/trash'
import { postComment } from '@/domain/comments/post'
import type { StaffViewer } from '@/domain/permissions'
import { changeSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { eventually } from '@/lib/testing'
import { parseHtml } from '../support/dom'
import { sendRequest } from '../support/http-client'
import { readGraph } from '../support/json-ld-rules'
import { readNinjs } from '../support/ninjs-rules'
import { readSitemap } from '../support/sitemap-rules'
import { createStaff, liveStory, reader, storyFields } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const get = (path: string, headers = {}) => sendRequest(server.address + path, { headers })

let editor: StaffViewer
let articleId: number
let slug: string

beforeAll(async () => {
	;({ editor, articleId, slug } = await liveStory({ headline: 'The bridge “opens”', tags: ['harbour'] }))
	await seedHidden()
})

const comment = (body: string) => ({ body, parentId: null, name: 'Ada', email: 'canary@example.org' })

/** Texts and addresses that no file may show. */
async function seedHidden(): Promise<void> {
	const hidden = await createStaff('editor', 'Canary author')
	const fields = (headline: string) =>
		storyFields(hidden, { headline, tags: ['canary tag'], note: 'canary note', kicker: 'canary' })
	await startStory(hidden, await fields('Canary draft'))
	const trashed = await startStory(hidden, await fields('Canary trashed'))
	await trashStory(hidden, trashed.articleId)
	const scheduled = await startStory(hidden, await fields('Canary scheduled'))
	await publishStory(hidden, scheduled.articleId, {
		revisionId: scheduled.revisionId,
		at: new Date(Date.now() + 3_600_000),
	})
	const gone = await startStory(hidden, await fields('Canary withdrawn'))
	await publishStory(hidden, gone.articleId, { revisionId: gone.revisionId })
	await withdrawStory(hidden, gone.articleId, 'It was not so.')
	const { headRevisionId, fields: live } = await findStory(editor, articleId)
	await saveStory(editor, articleId, headRevisionId, { ...live, headline: 'Canary newer text' })
	await postComment(reader(), articleId, comment('Canary held.'))
	await addNote(editor, articleId, 'Canary note.')
}

async function sitemapEntries(path: string) {
	const { status, headers, text } = await get(path)
	expect([path, status, headers['content-type']]).toEqual([path, 200, 'application/xml; charset=utf-8'])
	expect(text).not.toMatch(/canary/i)
	return readSitemap(text, env.siteUrl)
}

const pathOf = (url: string): string => url.slice(env.siteUrl.length)

test('the sitemap lists every kind of page, and each address exists', async () => {
	const parts = (await sitemapEntries('/sitemap.xml')).map(({ url }) => pathOf(url))
	expect(parts).toEqual(
		['news', 'pages', 'people', 'tags-1', 'stories-1'].map((part) => `/sitemap-${part}.xml`),
	)
	const entries = (await Promise.all(parts.map(sitemapEntries))).flat()
	const paths = [...new Set(entries.map(({ url }) => pathOf(url)))]
	expect(paths).toEqual(
		expect.arrayContaining([
			'/',
			'/follow',
			'/corrections',
			'/comments',
			'/archive',
			'/sections/news',
			'/tags/harbour',
			`/news/${slug}`,
		]),
	)
	for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200])
	const [news] = await sitemapEntries('/sitemap-news.xml')
	expect(news?.news).toMatchObject({ name: 'Public Square', language: 'en', title: 'The bridge “opens”' })
})

test('a scheduled story is in a cached sitemap when it becomes public', async () => {
	const at = new Date(Date.now() + 1_500)
	const { slug: later } = await liveStory({ headline: 'On time' }, at)
	const listed = async () => (await sitemapEntries('/sitemap-stories-1.xml')).map(({ url }) => pathOf(url))
	expect(await listed()).not.toContain(`/news/${later}`)
	await eventually(async () => expect(await listed()).toContain(`/news/${later}`))
	expect(Date.now()).toBeGreaterThanOrEqual(at.getTime())
})

test('icons, manifest and search description are files that pages link', async () => {
	const { text } = await get('/')
	const linked = [...parseHtml(text).querySelectorAll('link[rel~="icon"], link[rel="apple-touch-icon"]')]
	expect(linked.map((link) => link.getAttribute('href'))).toEqual(['/favicon.ico', '/apple-touch-icon.png'])
	for (const [rel, path, type] of [
		['icon', '/favicon.ico', 'image/x-icon'],
		['apple-touch-icon', '/apple-touch-icon.png', 'image/png'],
		['manifest', '/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
		['search', '/opensearch.xml', 'application/opensearchdescription+xml; charset=utf-8'],
	]) {
		expect(parseHtml(text).querySelector(`link[rel="${rel}"]`)?.getAttribute('href')).toBe(path)
		const { status, headers } = await get(path ?? '')
		expect([path, status, headers['content-type']]).toEqual([path, 200, type])
	}
	const { icons } = JSON.parse((await get('/manifest.webmanifest')).text)
	for (const { src } of icons) expect((await get(src)).headers['content-type']).toBe('image/png')
})

test('security.txt and trust.txt exist with their facts', async () => {
	const paths = ['/.well-known/security.txt', '/.well-known/trust.txt', '/trust.txt']
	for (const path of paths) expect((await get(path)).status).toBe(404)
	await changeSettings(await createStaff('owner'), { orgEmail: 'desk@square.example' })
	for (const path of paths) {
		const { status, text, headers } = await get(path)
		expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
		expect(text).toContain('mailto:desk@square.example')
	}
	const [, expires = ''] = /^Expires: (.+)$/m.exec((await get(paths[0] ?? '')).text) ?? []
	const days = (Date.parse(expires) - Date.now()) / 86_400_000
	expect(days).toBeGreaterThan(180)
	expect(days).toBeLessThan(365)
	expect((await get('/security.txt')).headers.location).toBe(paths[0])
})

test('each kind of page has a JSON-LD graph without what is hidden', async () => {
	const author = (await findStory(editor, articleId)).fields.bylines[0]
	for (const [path, type] of [
		['/', 'WebSite'],
		['/sections/news', 'CollectionPage'],
		['/tags/harbour', 'CollectionPage'],
		[`/people/${author}`, 'ProfilePage'],
		[`/news/${slug}`, 'NewsArticle'],
	] as const) {
		const { text } = await get(path)
		const data = parseHtml(text).querySelectorAll('script[type="application/ld+json"]')
		expect([path, data.length]).toEqual([path, 1])
		const graph = data[0]?.textContent ?? ''
		expect(readGraph(graph)[type], path).toBeDefined()
		expect(graph).not.toMatch(/canary/i)
	}
})

test('a story is quoted by the link on its page, until it is withdrawn', async () => {
	const { editor: owner, articleId: quotedId, slug: quoted } = await liveStory({ headline: 'Quote <me>' })
	const link = parseHtml((await get(`/news/${quoted}`)).text).querySelector(
		'link[type="application/json+oembed"]',
	)
	const address = new URL(link?.getAttribute('href') ?? '')
	const path = address.pathname + address.search
	const { text, headers } = await get(path)
	expect(headers['content-type']).toBe('application/json; charset=utf-8')
	expect(JSON.parse(text)).toMatchObject({ type: 'rich', title: 'Quote <me>', width: 600 })
	const xml = await get(`${path}&format=xml&maxwidth=250&other=1`)
	expect([xml.headers['content-type'], xml.text]).toEqual([
		'text/xml; charset=utf-8',
		expect.stringContaining('<width>200</width>'),
	])
	await changeSlug(owner, quotedId, 'quoted')
	expect((await get(path)).headers.location).toBe('/oembed/quoted/600.json')
	await withdrawStory(owner, quotedId, 'It was not so.')
	expect((await get('/oembed/quoted/600.json')).status).toBe(410)
})

test.each([
	['/oembed', 404],
	['/oembed?url=https://evil.test/news/a', 404],
	['/oembed?url=javascript:alert(1)', 404],
	['/oembed?url=%ff', 404],
	[`/oembed?url=${encodeURIComponent(`${env.siteUrl}/desk`)}`, 404],
	[`/oembed?url=${encodeURIComponent(`${env.siteUrl}/news/canary-draft`)}`, 404],
	[`/oembed?url=${encodeURIComponent(`${env.siteUrl}/news/canary-scheduled`)}`, 404],
	['/oembed?format=html', 501],
])('%s is answered %d', async (path, status) => {
	expect((await get(path)).status).toBe(status)
})

test('a story is data, as ninjs and in the API, without what is hidden', async () => {
	const read = async (path: string) => {
		const { status, text, headers } = await get(path)
		expect([path, status, headers['content-type']]).toEqual([path, 200, 'application/json; charset=utf-8'])
		expect(headers['access-control-allow-origin']).toBe('*')
		expect(text).not.toMatch(/canary/i)
		return text
	}
	const ninjs = readNinjs(await read(`/news/${slug}.ninjs.json`))
	const story = JSON.parse(await read(`/api/stories/${articleId}`))
	expect(story).toMatchObject({ id: articleId, uri: ninjs.uri, headline: 'The bridge “opens”' })
	expect(story.html).toContain('The bridge opened at noon.')
	const { stories } = JSON.parse(await read('/api/stories'))
	expect(stories).toContainEqual(expect.objectContaining({ id: articleId, links: story.links }))
	for (const address of Object.values(story.links as Record<string, string>))
		expect((await get(pathOf(address))).status).toBe(200)
})

test('a list is ninjs with its whole stories, without what is hidden', async () => {
	const author = (await findStory(editor, articleId)).fields.bylines[0]
	const story = readNinjs((await get(`/news/${slug}.ninjs.json`)).text)
	for (const page of ['', '/sections/news', '/tags/harbour', `/people/${author}`]) {
		const { status, text, headers } = await get(`${page}/feed.ninjs.json`)
		expect([page, status, headers['content-type']]).toEqual([page, 200, 'application/json; charset=utf-8'])
		expect(text).not.toMatch(/canary/i)
		const { type, associations } = readNinjs(text)
		expect(type).toBe('composite')
		expect(associations).toContainEqual(expect.objectContaining(story))
	}
})

test('pages of the API hold each story once, also when one is published in between', async () => {
	for (let number = 0; number < 21; number += 1) await liveStory({ headline: `Story ${number}` })
	const ids: number[] = []
	let path: string | null = '/api/stories'
	while (path) {
		const { stories, next }: { stories: { id: number }[]; next: string | null } = JSON.parse(
			(await get(path)).text,
		)
		ids.push(...stories.map(({ id }) => id))
		path = next && pathOf(next)
		await liveStory({ headline: 'In between' })
	}
	expect(new Set(ids).size).toBe(ids.length)
	expect(ids.length).toBeGreaterThan(21)
	expect(ids).toContain(articleId)
})

test.each([
	...['/sitemap-stories-2.xml', '/sitemap-stories-0.xml', '/sitemap-tags-9.xml', '/sitemap-more.xml'],
	...['/tags/no/feed.ninjs.json', '/feed.ninjs.xml'],
	'/api/stories/0',
	'/api/stories/x',
	'/api/stories/99999',
	'/api/stories?before=a',
	'/api/stories?before=2',
])('%s is not found', async (path) => {
	expect((await get(path)).status).toBe(404)
})

test('the key of announcements is public while they are on', async () => {
	expect((await get('/indexnow.txt')).status).toBe(404)
	await changeSettings(await createStaff('owner'), { indexNow: true })
	expect((await get('/indexnow.txt')).text).toMatch(/^[0-9a-f-]{36}$/)
})
