import type { FeedPhoto } from '@/components/feeds/feed'
import { feedPhoto } from '@/components/feeds/photo'
import type { ArticleView } from '@/domain/articles/views'
import type { CorrectionView } from '@/domain/corrections'
import type { Organisation } from '@/domain/organisation'
import { absoluteUrl } from '@/lib/site-url'

/** A live story with all that its data formats name. */
export type StoryData = {
	/** Permanent, as `urn:uuid:…`. */
	uri: string
	article: ArticleView
	corrections: CorrectionView[]
	/** Last change that readers are told of. */
	updatedAt: Date
	/** The whole text, as in feeds. */
	html: string
	organisation: Organisation
}

export const storyUrl = ({ article }: StoryData): string => absoluteUrl(`/news/${article.slug}`)

/** The photographs in reading order, each once: the lead picture, then those of figures. */
export function photosOf({ hero, body, photos }: ArticleView): FeedPhoto[] {
	const shown = hero ? [feedPhoto(hero)] : []
	for (const block of body.content) {
		const photo = block.type === 'figure' ? photos[block.attrs.photoId] : undefined
		if (block.type === 'figure' && photo) shown.push(feedPhoto(photo, block.attrs.caption))
	}
	return [...new Map(shown.map((photo) => [photo.url, photo])).values()]
}
