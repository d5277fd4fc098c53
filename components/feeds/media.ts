import { element, type Xml } from '@/lib/xml'
import type { FeedPhoto } from './feed'

/** Namespace of Media RSS, by the name that readers' programs compare. */
export const MEDIA = 'http://search.yahoo.com/mrss/'

/** A photograph in the terms of Media RSS: alt text as description, as other publishers and Mastodon use it. */
export const mediaContent = ({ url, width, height, alt, caption, credit }: FeedPhoto): Xml =>
	element(
		'media:content',
		{ url, type: 'image/jpeg', medium: 'image', width, height },
		caption && element('media:title', { type: 'plain' }, caption),
		alt && element('media:description', { type: 'plain' }, alt),
		credit && element('media:credit', {}, credit),
	)
