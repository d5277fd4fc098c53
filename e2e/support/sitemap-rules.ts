import { expect } from 'vitest'
import { parseXml } from './dom'

/*
 * The rules of sitemaps.org (protocol 0.9) and of Google's extensions for images, news and localized versions.
 */

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1'
const XHTML = 'http://www.w3.org/1999/xhtml'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

const ENTRIES_MAX = 50_000
const BYTES_MAX = 50 * 1024 * 1024
const NEWS_MAX = 1_000
const ADDRESS_LENGTH_MAX = 2_048
/** ISO 639 language, ISO 15924 script, ISO 3166-1 region. */
const HREFLANG = /^(x-default|[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?)$/
const W3C_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

export type ReadSitemapEntry = {
	url: string
	changedAt: string
	images: string[]
	/** Addresses by `hreflang`. */
	alternates: Record<string, string>
	/** Of a news sitemap. */
	news: { name: string; language: string; publishedAt: string; title: string } | null
}

const named = (parent: Element, name: string, namespace = SITEMAP): Element[] =>
	[...parent.children].filter((each) => each.localName === name && each.namespaceURI === namespace)

const textIn = (parent: Element, name: string, namespace = SITEMAP): string =>
	named(parent, name, namespace)[0]?.textContent ?? ''

/** Checks a sitemap or an index by its rules, and reads its entries. `site` is the base of all addresses. */
export function readSitemap(text: string, site: string): ReadSitemapEntry[] {
	expect(Buffer.byteLength(text)).toBeLessThan(BYTES_MAX)
	const root = parseXml(text)
	expect([root.namespaceURI, ['urlset', 'sitemapindex'].includes(root.localName)]).toEqual([SITEMAP, true])
	const entries = [...root.children].map((each) => readEntry(each, root.localName, site))
	expect(entries.length).toBeLessThanOrEqual(ENTRIES_MAX)
	expect(new Set(entries.map(({ url }) => url)).size).toBe(entries.length)
	expect(entries.filter(({ news }) => news).length).toBeLessThanOrEqual(NEWS_MAX)
	return entries
}

function readEntry(entry: Element, root: string, site: string): ReadSitemapEntry {
	expect(entry.localName).toBe(root === 'urlset' ? 'url' : 'sitemap')
	const names = [...entry.children].map(({ localName }) => localName)
	expect(names.filter((name) => name === 'loc')).toHaveLength(1)
	// The order of the schema: loc, lastmod, then elements of other namespaces.
	expect(names.filter((name) => !['loc', 'lastmod', 'link', 'image', 'news'].includes(name))).toEqual([])
	expect(names.indexOf('loc')).toBe(0)
	const [url, changedAt] = [textIn(entry, 'loc'), textIn(entry, 'lastmod')]
	expectAddress(url, site)
	if (changedAt) expect(changedAt).toMatch(W3C_TIME)
	const images = named(entry, 'image', IMAGE).map((image) => textIn(image, 'loc', IMAGE))
	for (const image of images) expectAddress(image, site)
	const alternates = readAlternates(named(entry, 'link', XHTML), url, site)
	const [news] = named(entry, 'news', NEWS)
	return { url, changedAt, images, alternates, news: news ? readNews(news) : null }
}

/** Each version lists itself, each language once, and an address of this site for each. */
function readAlternates(links: Element[], url: string, site: string): Record<string, string> {
	if (links.length === 0) return {}
	const pairs = links.map((link) => {
		expect(link.getAttribute('rel')).toBe('alternate')
		return [link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? ''] as const
	})
	const alternates = Object.fromEntries(pairs)
	expect(Object.keys(alternates)).toHaveLength(pairs.length)
	for (const [language, address] of pairs) {
		expect(language).toMatch(HREFLANG)
		expectAddress(address, site)
	}
	const { 'x-default': standard = url, ...own } = alternates
	expect(Object.values(own)).toEqual(expect.arrayContaining([url, standard]))
	return alternates
}

/** Versions that do not name each other are ignored by search engines. `entries` are those of all parts. */
export function expectReciprocal(entries: ReadSitemapEntry[]): void {
	const byUrl = new Map(entries.map((entry) => [entry.url, entry]))
	for (const { url, alternates } of entries)
		for (const address of Object.values(alternates))
			expect(byUrl.get(address)?.alternates, `${address} of ${url}`).toEqual(alternates)
}

function readNews(news: Element): ReadSitemapEntry['news'] {
	const [publication] = named(news, 'publication', NEWS)
	if (!publication) throw new Error('A news entry without a publication.')
	const found = {
		name: textIn(publication, 'name', NEWS),
		language: textIn(publication, 'language', NEWS),
		publishedAt: textIn(news, 'publication_date', NEWS),
		title: textIn(news, 'title', NEWS),
	}
	expect(found.language).toMatch(/^([a-z]{2,3}|zh-(cn|tw))$/)
	expect(found.publishedAt).toMatch(W3C_TIME)
	return found
}

function expectAddress(url: string, site: string): void {
	expect(url.startsWith(`${site}/`), url).toBe(true)
	expect(url).toMatch(/^[!-~]+$/)
	expect(url.length).toBeLessThan(ADDRESS_LENGTH_MAX)
}
