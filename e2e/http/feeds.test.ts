import { beforeAll, expect, test } from 'vitest'
import { addNote } from '@/domain/articles/notes'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { postComment } from '@/domain/comments/post'
import { addCorrection } from '@/domain/corrections'
import { castMood } from '@/domain/moods'
import type { StaffViewer } from '@/domain/permissions'
import { rateArticle } from '@/domain/ratings'
import { setPart } from '@/domain/series/set-part'
import { changeSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { eventually } from '@/lib/testing'
import { parseHtml } from '../support/dom'
import { READERS, type ReadEntry } from '../support/feed-rules'
import { sendRequest } from '../support/http-client'
import { createStaff, liveStory, reader, storyFields } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const get = (path: string, headers = {}) => sendRequest(server.address + path, { headers })

const FORMATS = ['xml', 'atom', 'json'] as const
const TYPES = { xml: 'rss+xml', atom: 'atom+xml', json: 'feed+json' }

let editor: StaffViewer
let articleId: number
let slug: string
let author: string
let pages: Record<string, string>

beforeAll(async () => {
	const body = parseMarkdown('It *swings* at [noon](/news/other) & <so> on.')
	;({ editor, articleId, slug } = await liveStory({
		headline: 'The bridge “opens”',
		tags: ['harbour'],
		body,
	}))
	author = (await findStory(editor, articleId)).fields.bylines[0] ?? ''
	await postComment(editor, articleId, comment('I saw it **open**.'))
	await addCorrection(editor, articleId, { kind: 'correction', placement: 'foot', text: 'It was noon.' })
	pages = {
		'the site': '',
		'a section': '/sections/news',
		'a tag': '/tags/harbour',
		'an author': `/people/${author}`,
		corrections: '/corrections',
		comments: '/comments',
		'a series': '/series/the-locks',
		'a thread': `/news/${slug}`,
	}
	await putInSeries(articleId)
	await seedHidden()
})

const comment = (body: string) => ({ body, parentId: null, name: 'Ada', email: 'canary@example.org' })

/** Texts that no feed may show. */
async function seedHidden(): Promise<void> {
	const fields = (headline: string) =>
		storyFields(editor, { headline, tags: ['harbour'], note: 'canary note' })
	const draft = await startStory(editor, await fields('Canary draft'))
	const scheduled = await startStory(editor, await fields('Canary scheduled'))
	await publishStory(editor, scheduled.articleId, {
		revisionId: scheduled.revisionId,
		at: new Date(Date.now() + 3_600_000),
	})
	const gone = await liveStory({ headline: 'Canary withdrawn', tags: ['harbour'] })
	await postComment(gone.editor, gone.articleId, comment('Canary under a withdrawn story.'))
	await withdrawStory(gone.editor, gone.articleId, 'It was not so.')
	const { headRevisionId, fields: live } = await findStory(editor, articleId)
	await saveStory(editor, articleId, headRevisionId, { ...live, headline: 'Canary newer text' })
	await postComment(reader(), articleId, comment('Canary held.'))
	await addNote(editor, articleId, 'Canary note.')
	for (const id of [draft, scheduled, gone].map((story) => story.articleId)) await putInSeries(id)
}

const putInSeries = (id: number) => setPart(editor, id, { name: 'The locks', part: '' })

async function entriesOf(page: string, format: (typeof FORMATS)[number] = 'atom'): Promise<ReadEntry[]> {
	const { status, text } = await get(`${page}/feed.${format}`)
	expect(status).toBe(200)
	return READERS[format](text)
}

test.each(FORMATS)('every feed.%s keeps the published rules and shows nothing hidden', async (format) => {
	for (const [name, page] of Object.entries(pages)) {
		const { status, headers, text } = await get(`${page}/feed.${format}`)
		expect([name, status, headers['content-type']]).toEqual([
			name,
			200,
			`application/${TYPES[format]}; charset=utf-8`,
		])
		expect(READERS[format](text).length, name).toBe(1)
		expect(text, name).not.toMatch(/canary/i)
	}
})

test('the formats have the same entries with the whole text', async () => {
	for (const page of Object.values(pages)) {
		const [rss, atom, json] = await Promise.all(FORMATS.map((format) => entriesOf(page, format)))
		const same = ({ id, url, title, html, authors }: ReadEntry) => ({ id, url, title, html, authors })
		expect(rss?.map(same)).toEqual(atom?.map(same))
		expect(json).toEqual(atom)
	}
	const [story] = await entriesOf('')
	expect(story).toMatchObject({
		url: `${env.siteUrl}/news/${slug}`,
		title: 'The bridge “opens”',
		authors: [editor.person.name],
	})
	for (const part of [
		`It <em>swings</em> at <a href="${env.siteUrl}/news/other" rel="noopener">noon</a> &amp; &lt;so&gt; on.`,
		'<p dir="auto">After nine weeks the Ropewalk Bridge swings.</p>',
		'<bdi>It was noon.</bdi>',
	])
		expect(story?.html).toContain(part)
	const [said] = await entriesOf(pages['a thread'] ?? '')
	expect(said).toMatchObject({
		title: `Comment by ${editor.person.name} (staff)`,
		html: '<p dir="auto">I saw it <strong>open</strong>.</p>',
	})
	// The address of a comment leads to its place on the page of the thread.
	const place = await get(new URL(said?.url ?? '').pathname)
	expect([place.status, place.headers.location]).toEqual([
		303,
		expect.stringContaining(`/news/${slug}?comment=`),
	])
})

test('each page links its feeds, and they exist', async () => {
	for (const [page, first] of [
		['/', '/feed.xml'],
		['/sections/news', '/sections/news/feed.xml'],
		['/tags/harbour', '/tags/harbour/feed.xml'],
		[`/people/${author}`, `/people/${author}/feed.xml`],
		['/corrections', '/corrections/feed.xml'],
		['/comments', '/comments/feed.xml'],
		['/comments/respected', '/comments/respected/feed.xml'],
		['/series/the-locks', '/series/the-locks/feed.xml'],
		[`/news/${slug}`, '/feed.xml'],
		['/follow', '/feed.xml'],
	] as const) {
		const { text } = await get(page)
		const alternates = parseHtml(text).querySelectorAll('link[rel="alternate"]:not([type$="oembed"])')
		const links = [...alternates].map((link) =>
			['href', 'type', 'title'].map((name) => link.getAttribute(name) ?? ''),
		)
		const rss = links.filter(([, type]) => type === 'application/rss+xml').map(([href]) => href)
		expect(rss[0], page).toBe(env.siteUrl + first)
		expect(rss).toContain(`${env.siteUrl}/feed.xml`)
		expect(new Set(links.map(([, type]) => type)).size, page).toBe(3)
		for (const [href = '', type, title] of links) {
			expect(title).not.toBe('')
			const feed = await get(new URL(href).pathname)
			expect([feed.status, feed.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`])
		}
	}
})

test('a program that knows a feed gets 304 until it changes', async () => {
	const first = await get('/feed.xml')
	const known = { 'if-none-match': first.headers.etag, 'if-modified-since': first.headers['last-modified'] }
	await castMood(reader(), articleId, 'happy')
	await rateArticle(reader(), articleId, 4)
	await postComment(editor, articleId, comment('One more.'))
	for (const headers of [known, { 'if-modified-since': known['if-modified-since'] }]) {
		const again = await get('/feed.xml', headers)
		expect([again.status, again.text]).toEqual([304, ''])
	}
	await changeSettings(await createStaff('owner'), { siteName: 'The Square' })
	expect((await get('/feed.xml', known)).status).toBe(200)
	await eventually(async () => expect(await entriesOf(`/news/${slug}`)).toHaveLength(2))
})

test('a scheduled story is in cached feeds when it becomes public', async () => {
	const at = new Date(Date.now() + 1_500)
	await liveStory({ headline: 'On time' }, at)
	const titles = async () => (await entriesOf('')).map(({ title }) => title)
	expect(await titles()).not.toContain('On time')
	await eventually(async () => expect(await titles()).toContain('On time'))
	expect(Date.now()).toBeGreaterThanOrEqual(at.getTime())
})

test('a new slug keeps the id, and the old feed leads to the new one', async () => {
	const moving = await liveStory({ headline: 'It moves', tags: ['moving'] })
	const [before] = await entriesOf('/tags/moving')
	await changeSlug(moving.editor, moving.articleId, 'it-moved')
	const [after] = await entriesOf('/tags/moving')
	expect(after).toEqual({ ...before, url: `${env.siteUrl}/news/it-moved` })
	const old = await get(`/news/${moving.slug}/feed.atom`)
	expect([old.status, old.headers.location]).toEqual([301, '/news/it-moved/feed.atom'])
	await withdrawStory(moving.editor, moving.articleId, 'It was not so.')
	expect((await get('/news/it-moved/feed.atom')).status).toBe(410)
	// A tag without a live story has no page and no feed.
	expect((await get('/tags/moving/feed.atom')).status).toBe(404)
})

test.each([
	...[
		'/series/no/feed.xml',
		'/sections/no/feed.xml',
		'/tags/no/feed.json',
		'/people/no/feed.atom',
		'/news/no/feed.xml',
	],
	...['/feed.rdf', '/about/feed.xml', '/news/feed.xml', '/sections/news/feed.xml/x', '/feed.xml.map'],
])('%s is not found', async (path) => {
	const { status, headers } = await get(path)
	expect([status, headers['cache-control']]).toEqual([404, 'no-store'])
})

test.each(['/feed', '/feed/', '/rss', '/rss.xml', '/atom.xml', '/index.xml'])(
	'%s leads to the feed of the site',
	async (path) => {
		let location = path
		for (let steps = 0; steps < 2 && location !== '/feed.xml'; steps += 1) {
			const answer = await get(location)
			expect(answer.status).toBeGreaterThanOrEqual(301)
			location = answer.headers.location ?? ''
		}
		expect(location).toBe('/feed.xml')
	},
)
