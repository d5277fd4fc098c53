import { escapeHtml } from '@/lib/escape-html'
import { element, type Xml, xmlDocument } from '@/lib/xml'
import { FEED_TYPES, type Feed, type FeedEntry } from './feed'
import { MEDIA, mediaContent } from './media'

const NAMESPACES = {
	'xmlns:atom': 'http://www.w3.org/2005/Atom',
	'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
	'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
	'xmlns:media': MEDIA,
	'xmlns:wfw': 'http://wellformedweb.org/CommentAPI/',
}

/** RSS 2.0 with full texts (rssboard.org/rss-specification). */
export function rssFeed(feed: Feed): string {
	const { title, description, page, self, hub, language, updated, entries } = feed
	const channel = element(
		'channel',
		{},
		element('title', {}, title),
		element('link', {}, page),
		element('description', {}, description),
		element('language', {}, language.toLowerCase()),
		element('generator', {}, 'Public Square'),
		entries.length > 0 && element('lastBuildDate', {}, rfc822(updated)),
		element('atom:link', { href: self.xml, rel: 'self', type: FEED_TYPES.xml }),
		hub && element('atom:link', { href: hub, rel: 'hub' }),
		entries.map(item),
	)
	return xmlDocument(element('rss', { version: '2.0', ...NAMESPACES }, channel))
}

function item(entry: FeedEntry): Xml {
	const { id, url, title, published, updated, authors, categories, photos, replies } = entry
	return element(
		'item',
		{},
		element('title', {}, title),
		element('link', {}, url),
		element('guid', { isPermaLink: 'false' }, id),
		element('pubDate', {}, rfc822(published)),
		updated > published && element('atom:updated', {}, updated.toISOString()),
		// Several elements are valid, but some readers show one of them only.
		authors.length > 0 && element('dc:creator', {}, authors.map(({ name }) => name).join(', ')),
		entry.language !== undefined && element('dc:language', {}, entry.language),
		categories.map(({ name, scheme }) => element('category', { domain: scheme }, name)),
		texts(entry),
		replies && [element('comments', {}, replies.page), element('wfw:commentRss', {}, replies.self.xml)],
		photos.map(mediaContent),
	)
}

/** A description is HTML: of an entry without a summary its whole text. */
const texts = ({ summary, html }: FeedEntry): Xml[] =>
	summary
		? [element('description', {}, escapeHtml(summary)), element('content:encoded', {}, html)]
		: [element('description', {}, html)]

/** A date of RFC 822 with a year of four digits. */
const rfc822 = (at: Date): string => at.toUTCString()
