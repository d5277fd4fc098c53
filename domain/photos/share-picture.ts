import { join } from 'node:path'
import type { PhotoView } from '@/domain/articles/views'
import { queueImage } from './image-queue'
import { processShare, type ShareFacts } from './process-image'
import { photoFolder } from './store'

/** Pixels of the picture's shorter side, which the photograph fills. */
const HEIGHT = 630

/** Draws the picture of link previews, after the images that wait. @throws Refusal `rate-limited` when many wait */
export const drawSharePicture = (share: ShareFacts, hero: PhotoView | null): Promise<Buffer> =>
	queueImage(() => processShare({ share, photo: hero && photoOf(hero) }))

function photoOf(hero: PhotoView) {
	const isHigh = (width: number) => (width * hero.height) / hero.width >= HEIGHT
	const width = hero.widths.find((each) => each >= HEIGHT && isHigh(each)) ?? hero.widths.at(-1)
	return { file: join(photoFolder(hero.hash), `${width}.jpg`), focal: hero }
}
