import type { PhotoView } from '@/domain/articles/views'
import { photoPath } from '@/lib/photo-paths'
import { absoluteUrl } from '@/lib/site-url'
import type { FeedPhoto } from './feed'

/** Width in pixels: sharp in the column of a feed reader, also on a dense screen of a phone. */
const WIDTH = 1_200

/** @param caption replaces the photograph's own, unless empty */
export function feedPhoto(photo: PhotoView, caption = ''): FeedPhoto {
	const width = photo.widths.find((each) => each >= WIDTH) ?? photo.widths.at(-1) ?? photo.width
	return {
		url: absoluteUrl(photoPath(photo.hash, width, 'jpg')),
		width,
		height: Math.round((photo.height * width) / photo.width),
		alt: photo.alt,
		caption: caption || photo.caption,
		credit: photo.credit,
	}
}
