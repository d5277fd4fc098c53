import { FEED_FORMATS, type Feed, feedPath } from '@/components/feeds/feed'
import type { SiteSettings } from '@/domain/settings'
import { absoluteUrl } from '@/lib/site-url'

/** Absolute addresses of a page's feed. */
export const selfAddresses = (page: string): Feed['self'] =>
	Object.fromEntries(
		FEED_FORMATS.map((format) => [format, absoluteUrl(feedPath(page, format))]),
	) as Feed['self']

/** The fields that follow from the site and the path of the page. */
export const feedHead = ({ siteName, language, websubHub }: SiteSettings, path: string) => ({
	hub: websubHub || null,
	page: absoluteUrl(path),
	self: selfAddresses(path),
	language,
	publisher: { name: siteName, url: absoluteUrl('/') },
})
