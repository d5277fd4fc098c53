import type { Metadata } from 'next'
import { FEED_FORMATS, FEED_NAMES, FEED_TYPES, type FeedFormat, feedPath } from '@/components/feeds/feed'
import { absoluteUrl } from '@/lib/site-url'

/** A page that has a feed, with the feed's title. */
export type FeedLink = { title: string; page: string }

type Types = NonNullable<NonNullable<Metadata['alternates']>['types']>

/** Links by which feed readers find feeds: the first feed in all formats, the others in one. */
export function feedTypes(links: FeedLink[]): Types {
	const [first, ...others] = links
	const types: Record<string, { url: string; title: string }[]> = {}
	const add = ({ title, page }: FeedLink, format: FeedFormat): void => {
		const named = format === 'xml' ? title : `${title} (${FEED_NAMES[format]})`
		const link = { url: absoluteUrl(feedPath(page, format)), title: named }
		types[FEED_TYPES[format]] = [...(types[FEED_TYPES[format]] ?? []), link]
	}
	if (first) for (const format of FEED_FORMATS) add(first, format)
	for (const link of others) add(link, 'xml')
	return types
}
