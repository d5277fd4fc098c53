import type { PhotoView } from '@/domain/articles/views'

/** The photographs whose caption, credit or description has every word searched for. */
export function findPhotos(photos: readonly PhotoView[], search: string): PhotoView[] {
	const words = folded(search).split(/\s+/).filter(Boolean)
	return photos.filter(({ caption, credit, alt }) => {
		const text = folded(`${caption}\n${credit}\n${alt}`)
		return words.every((word) => text.includes(word))
	})
}

/** `Café` is found by `cafe`. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
