import { element, type Xml, xmlDocument } from '@/lib/xml'

/*
 * Sitemaps by sitemaps.org (protocol 0.9), with Google's extensions for images, news and translations.
 */

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1'
const XHTML = 'http://www.w3.org/1999/xhtml'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

/** Images of a page in a sitemap, by Google's limit. */
const IMAGES_MAX = 1_000

/** An address; its last change is left out where it is unknown. Addresses are absolute. */
export type SitemapEntry = {
	url: string
	changedAt?: Date | undefined
	images?: string[]
	/** Addresses of the page in all its languages by `hreflang`, its own included. */
	alternates?: Record<string, string>
}

export type NewsEntry = { url: string; title: string; publishedAt: Date }

/** A sitemap of sitemaps. */
export const sitemapIndex = (entries: SitemapEntry[]): string =>
	xmlDocument(element('sitemapindex', { xmlns: SITEMAP }, entries.map(entry('sitemap'))))

export const sitemap = (entries: SitemapEntry[]): string =>
	xmlDocument(
		element(
			'urlset',
			{ xmlns: SITEMAP, 'xmlns:image': IMAGE, 'xmlns:xhtml': XHTML },
			entries.map(entry('url')),
		),
	)

/** A sitemap of a publication's new stories; its language is a code of Google News. */
export function newsSitemap(publication: { name: string; language: string }, entries: NewsEntry[]): string {
	const named = element(
		'news:publication',
		{},
		element('news:name', {}, publication.name),
		element('news:language', {}, newsLanguage(publication.language)),
	)
	const urls = entries.map(({ url, title, publishedAt }) =>
		element(
			'url',
			{},
			element('loc', {}, url),
			element(
				'news:news',
				{},
				named,
				element('news:publication_date', {}, publishedAt.toISOString()),
				element('news:title', {}, title),
			),
		),
	)
	return xmlDocument(element('urlset', { xmlns: SITEMAP, 'xmlns:news': NEWS }, urls))
}

const entry =
	(name: 'url' | 'sitemap') =>
	({ url, changedAt, images = [], alternates = {} }: SitemapEntry): Xml =>
		element(
			name,
			{},
			element('loc', {}, url),
			changedAt && element('lastmod', {}, changedAt.toISOString()),
			Object.entries(alternates).map(([hreflang, href]) =>
				element('xhtml:link', { rel: 'alternate', hreflang, href }),
			),
			images.slice(0, IMAGES_MAX).map((image) => element('image:image', {}, element('image:loc', {}, image))),
		)

/** The language without its region; of Chinese with the script, as `zh-cn` and `zh-tw`. */
export function newsLanguage(tag: string): string {
	const { language, script } = new Intl.Locale(tag).maximize()
	if (language !== 'zh') return language ?? 'en'
	return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}
