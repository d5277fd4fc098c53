import { element, type Xml, xmlDocument } from '@/lib/xml'
import { FEED_TYPES, type Feed, type FeedEntry, type FeedPerson } from './feed'
import { MEDIA, mediaContent } from './media'

const NAMESPACES = {
	xmlns: 'http://www.w3.org/2005/Atom',
	'xmlns:media': MEDIA,
	'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
}

/** Atom (RFC 4287) with full texts, and the threading extension (RFC 4685). */
export function atomFeed(feed: Feed): string {
	const { id, title, description, page, self, hub, language, updated, publisher, entries } = feed
	const root = element(
		'feed',
		{ ...NAMESPACES, 'xml:lang': language },
		element('id', {}, id),
		element('title', {}, title),
		element('subtitle', {}, description),
		element('updated', {}, updated.toISOString()),
		element('link', { rel: 'self', type: FEED_TYPES.atom, href: self.atom }),
		hub && element('link', { rel: 'hub', href: hub }),
		element('link', { rel: 'alternate', type: 'text/html', href: page }),
		author(publisher),
		element('generator', {}, 'Public Square'),
		entries.map(atomEntry),
	)
	return xmlDocument(root)
}

function atomEntry(entry: FeedEntry): Xml {
	const { id, url, title, summary, html, published, updated, photos, replies, inReplyTo } = entry
	return element(
		'entry',
		entry.language === undefined ? {} : { 'xml:lang': entry.language },
		element('id', {}, id),
		element('title', {}, title),
		element('link', { rel: 'alternate', type: 'text/html', href: url }),
		element('published', {}, published.toISOString()),
		element('updated', {}, updated.toISOString()),
		entry.authors.map(author),
		entry.categories.map(({ name, slug, scheme }) =>
			element('category', { term: slug, scheme, label: name }),
		),
		summary && element('summary', {}, summary),
		element('content', { type: 'html' }, html),
		replies && element('link', { rel: 'replies', type: FEED_TYPES.atom, href: replies.self.atom }),
		inReplyTo && element('thr:in-reply-to', { ref: inReplyTo.id, href: inReplyTo.url, type: 'text/html' }),
		photos.map(mediaContent),
	)
}

const author = ({ name, url }: FeedPerson): Xml =>
	element('author', {}, element('name', {}, name), url && element('uri', {}, url))
