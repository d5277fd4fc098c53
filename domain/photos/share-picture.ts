import type { PhotoView } from '@/domain/articles/views'
import { queueImage } from './image-queue'
import { processShare, type ShareFacts } from './process-image'
import { withLocalFile } from './store'

/** Pixels of the picture's shorter side, which the photograph fills. */
const HEIGHT = 630

/** Draws the picture of link previews, after the images that wait. @throws Refusal `rate-limited` when many wait */
export const drawSharePicture = (share: ShareFacts, hero: PhotoView | null): Promise<Buffer> =>
	queueImage(async () => {
		if (!hero) return processShare({ share, photo: null })
		return withLocalFile(hero.hash, fileOf(hero), (file) =>
			processShare({ share, photo: file === null ? null : { file, focal: hero } }),
		)
	})

/** The narrowest file that fills the picture. */
function fileOf(hero: PhotoView): string {
	const isHigh = (width: number) => (width * hero.height) / hero.width >= HEIGHT
	const width = hero.widths.find((each) => each >= HEIGHT && isHigh(each)) ?? hero.widths.at(-1)
	return `${width}.jpg`
}
