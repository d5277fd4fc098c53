import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ArticleView, PhotoView } from '@/domain/articles/views'
import { BODY_VERSION, type BodyDocument } from '@/domain/body/document'
import { parseMarkdown } from '@/domain/body/markdown'
import { DEFAULT_SETTINGS } from '@/domain/setting-defaults'
import fc from '@/e2e/support/fast-check'
import { READERS } from '@/e2e/support/feed-rules'
import { escapeHtml } from '@/lib/escape-html'
import { xmlText } from '@/lib/xml'
import { atomFeed } from './atom'
import { FEED_FORMATS, type Feed, type FeedEntry } from './feed'
import { jsonFeed } from './json-feed'
import { rssFeed } from './rss'
import { StoryHtml } from './story-html'

const WRITERS = { xml: rssFeed, atom: atomFeed, json: jsonFeed }
const SITE = 'https://square.example'
const self = (page: string): Feed['self'] => ({
	xml: `${page}/feed.xml`,
	atom: `${page}/feed.atom`,
	json: `${page}/feed.json`,
})

beforeEach(() => void vi.stubEnv('SITE_URL', SITE))
afterEach(() => void vi.unstubAllEnvs())

const entryOf = (text: string, at = new Date('2026-11-26T12:00:00Z')): FeedEntry => ({
	id: 'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2',
	url: `${SITE}/news/bridge`,
	title: text,
	summary: text,
	html: `<p>${escapeHtml(text)}</p>`,
	published: at,
	updated: new Date(at.getTime() + 3_600_000),
	authors: [
		{ name: text, url: `${SITE}/people/ada` },
		{ name: text, url: null },
	],
	categories: [{ name: text, slug: 'harbour', scheme: `${SITE}/tags` }],
	photos: [
		{ url: `${SITE}/media/a/640.jpg`, width: 640, height: 480, alt: text, caption: text, credit: text },
	],
	replies: { page: `${SITE}/news/bridge#comments`, self: self(`${SITE}/news/bridge`) },
	inReplyTo: { id: 'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2', url: SITE },
})

const feedOf = (text: string, entries = [entryOf(text)]): Feed => ({
	id: 'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a1',
	title: text,
	description: text,
	page: SITE,
	self: self(SITE),
	language: 'en-GB',
	hub: 'https://hub.example/',
	updated: new Date('2026-11-27T12:00:00Z'),
	publisher: { name: text, url: SITE },
	entries,
})

/** A visible text with characters and markup that break careless writers. */
const hostile = fc
	.array(
		fc.oneof(
			fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
			fc.constantFrom(
				'<',
				'>',
				'&',
				'"',
				"'",
				']]>',
				'<![CDATA[',
				'&amp;',
				'\r\n',
				'\0',
				'\ud800',
				'😀',
				'</item>',
				'<!--',
			),
		),
	)
	.map((parts) => `x${parts.join('')}`)

describe.each(FEED_FORMATS)('feed.%s', (format) => {
	test('hostile text in every field keeps the rules and every character', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const [entry] = READERS[format](WRITERS[format](feedOf(text)))
				const kept = xmlText(text)
				expect(entry).toMatchObject({ title: kept, credits: [kept], alts: [kept] })
				expect(entry?.authors.join(', ')).toBe(`${kept}, ${kept}`)
				expect(entry?.html).toBe(`<p>${escapeHtml(kept)}</p>`)
			}),
		)
	})

	test('an entry in another language than the feed says so', () => {
		const text = WRITERS[format](feedOf('Site', [{ ...entryOf('Le pont'), language: 'fr' }]))
		expect(READERS[format](text)).toHaveLength(1)
		expect(text).toMatch(/(<dc:language>|xml:lang="|"language":\s?")fr[<"]/)
	})

	test('a feed without entries keeps the rules', () => {
		expect(READERS[format](WRITERS[format](feedOf('Empty', [])))).toEqual([])
	})

	test('an entry without authors, photographs and summary keeps the rules', () => {
		const bare = {
			...entryOf('Bare'),
			authors: [],
			categories: [],
			photos: [],
			replies: null,
			inReplyTo: null,
		}
		const [entry] = READERS[format](WRITERS[format](feedOf('Site', [{ ...bare, summary: null }])))
		expect(entry).toMatchObject({ title: 'Bare', html: '<p>Bare</p>', authors: [], credits: [] })
	})
})

test('RSS names the change of an item only if there was one', () => {
	const entry = entryOf('Once')
	expect(rssFeed(feedOf('Site', [{ ...entry, updated: entry.published }]))).not.toContain('atom:updated')
	expect(rssFeed(feedOf('Site', [entry]))).toContain('<atom:updated>2026-11-26T13:00:00.000Z</atom:updated>')
})

const PHOTO: PhotoView = {
	...{
		id: 7,
		hash: 'ab',
		width: 2400,
		height: 1600,
		widths: [640, 1280, 2400],
		avifWidths: [],
		thumbWidths: [],
	},
	...{
		colour: null,
		alt: 'A “ferry” & its wake',
		caption: 'The ferry',
		credit: 'Ada / Press',
		creator: null,
	},
	...{ focalX: 500, focalY: 500 },
}

const htmlOf = (body: BodyDocument, changes: Partial<ArticleView> = {}): string => {
	const article = {
		hero: null,
		standfirst: null,
		sources: [],
		photos: { 7: PHOTO },
		body,
		...changes,
	} as ArticleView
	return renderToStaticMarkup(
		createElement(StoryHtml, { article, corrections: [], settings: DEFAULT_SETTINGS }),
	)
}

const FIGURE = `<figure><img src="${SITE}/media/ab/1280.jpg" width="1280" height="853" alt="A “ferry” &amp; its wake" loading="lazy"/>`

describe('the text of a story', () => {
	test.each([
		['[here](/news/a?b=1#c)', `<p><a href="${SITE}/news/a?b=1#c" rel="noopener">here</a></p>`],
		['[there](https://example.org/)', '<p><a href="https://example.org/" rel="noopener">there</a></p>'],
		['![](photo:7)', `${FIGURE}<figcaption dir="auto">The ferry © Ada / Press</figcaption></figure>`],
		['![At sea](photo:7)', `${FIGURE}<figcaption dir="auto">At sea © Ada / Press</figcaption></figure>`],
		['![](photo:8)', ''],
		['## Two\n\n- a\n- b', '<h2>Two</h2><ul><li>a</li><li>b</li></ul>'],
		['3. c', '<ol start="3"><li>c</li></ol>'],
		[
			'> One\n> — Ann',
			'<figure><blockquote dir="ltr"><p>One</p></blockquote><figcaption dir="auto">Ann</figcaption></figure>',
		],
		['>> One', '<figure><blockquote dir="ltr"><p>One</p></blockquote></figure>'],
		['---', '<hr/>'],
		['@[Minutes](https://example.org/1)', '<p><a href="https://example.org/1" dir="auto">Minutes</a></p>'],
	])('%j is rendered without classes and with absolute addresses', (markdown, expected) => {
		expect(htmlOf(parseMarkdown(markdown)).replace(/^<div(?: dir="ltr")?>|<\/div>$/g, '')).toBe(expected)
	})

	test('it begins with picture, corrections and standfirst, and ends with sources', () => {
		const article = {
			...{ hero: PHOTO, standfirst: 'After nine weeks.', body: parseMarkdown('It swings.') },
			...{
				photos: {},
				sources: [
					{ name: 'AP', url: 'https://ap.example/' },
					{ name: 'RT', url: null },
				],
			},
		} as unknown as ArticleView
		const note = { kind: 'correction' as const, at: new Date('2026-11-26T12:00:00Z') }
		const corrections = [
			{ id: 1, placement: 'foot' as const, text: 'It was noon.', ...note },
			{ id: 2, placement: 'top' as const, text: 'It was Monday.', ...note },
		]
		const html = renderToStaticMarkup(
			createElement(StoryHtml, { article, corrections, settings: DEFAULT_SETTINGS }),
		)
		const words = html.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')
		expect(words).toBe(
			'|The ferry © Ada / Press|Correction, November 26, 2026:| |It was Monday.|After nine weeks.|It swings.|Correction, November 26, 2026:| |It was noon.|Source: |AP|, RT|',
		)
	})

	test('an Arabic text has its direction', () => {
		expect(htmlOf(parseMarkdown('فتح الجسر من جديد'))).toMatch(/^<div dir="rtl">/)
		expect(htmlOf({ version: BODY_VERSION, content: [] })).toBe('<div></div>')
	})
})

test('feeds name their hub, unless there is none', () => {
	const withHub = feedOf('The mill')
	for (const format of FEED_FORMATS) {
		expect(WRITERS[format](withHub), format).toContain('https://hub.example/')
		expect(WRITERS[format]({ ...withHub, hub: null }), format).not.toContain('hub')
	}
})
