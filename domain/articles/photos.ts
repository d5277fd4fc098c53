import type { ArticleView, PhotoView } from './views'

/**
 * The photographs of a story in the order of its page: the lead picture, then the figures of the body, each with the
 * caption of its place. Their numbers, from 1, are part of addresses.
 */
export function photosOf({ hero, body, photos }: Pick<ArticleView, 'hero' | 'body' | 'photos'>): PhotoView[] {
	const figures = body.content.flatMap((block) => {
		const photo = block.type === 'figure' && photos[block.attrs.photoId]
		return photo ? [{ ...photo, caption: block.attrs.caption || photo.caption }] : []
	})
	return hero ? [hero, ...figures] : figures
}
