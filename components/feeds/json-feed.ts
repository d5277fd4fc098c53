import { xmlText } from '@/lib/xml'
import type { Feed, FeedEntry, FeedPerson, FeedPhoto } from './feed'

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) with full texts. */
export function jsonFeed(feed: Feed): string {
	const { title, description, page, self, hub, language, publisher, entries } = feed
	const written = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: page,
		feed_url: self.json,
		description,
		language,
		authors: [author(publisher)],
		hubs: hub ? [{ type: 'WebSub', url: hub }] : undefined,
		items: entries.map((entry) => item(entry, language)),
	}
	return `${JSON.stringify(written, (_, value) => (typeof value === 'string' ? xmlText(value) : value))}\n`
}

function item(entry: FeedEntry, language: string) {
	const { id, url, title, summary, html, published, updated, authors, categories, photos } = entry
	return {
		id,
		url,
		title,
		content_html: html,
		summary: summary ?? undefined,
		image: photos[0]?.url,
		date_published: published.toISOString(),
		date_modified: updated.toISOString(),
		authors: authors.length > 0 ? authors.map(author) : undefined,
		tags: categories.length > 0 ? categories.map(({ name }) => name) : undefined,
		language: entry.language ?? language,
		attachments: photos.length > 0 ? photos.map(attachment) : undefined,
	}
}

const author = ({ name, url }: FeedPerson) => ({ name, url: url ?? undefined })

/** The specification has no field for alt text and credit; names that begin with `_` are for extensions. */
const attachment = ({ url, width, height, alt, caption, credit }: FeedPhoto) => ({
	url,
	mime_type: 'image/jpeg',
	title: caption || undefined,
	_photo: { width, height, alt, credit: credit || undefined },
})
