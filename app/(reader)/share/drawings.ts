import { LRUCache } from 'lru-cache'
import type { ArticleView } from '@/domain/articles/views'
import { drawSharePicture } from '@/domain/photos/share-picture'
import type { SiteSettings } from '@/domain/settings'
import { shareFacts, sharePath } from './share-picture'

/** Pictures in memory, of some 60 kB each. */
export const KEPT_MAX = 100

type Drawing = { path: string; jpeg: Buffer }

/** The last picture of a story, by its id. */
const kept = new LRUCache<number, Drawing>({ max: KEPT_MAX })
const inFlight = new Map<string, Promise<Buffer>>()

/** The picture of a story, drawn if it shows something else than the kept one. @throws Refusal when many images wait */
export function sharePicture(article: ArticleView, settings: SiteSettings): Promise<Buffer> {
	const { id } = article
	const path = sharePath(article, settings)
	const last = kept.get(id)
	if (last?.path === path) return Promise.resolve(last.jpeg)
	const running = inFlight.get(path)
	if (running) return running
	const drawing = drawSharePicture(shareFacts(article, settings), article.hero)
		.then((jpeg) => {
			kept.set(id, { path, jpeg })
			return jpeg
		})
		.finally(() => inFlight.delete(path))
	inFlight.set(path, drawing)
	return drawing
}

/** Path of the kept picture of a story, or null. */
export const keptPath = (id: number): string | null => kept.peek(id)?.path ?? null

export const storiesWithPictures = (): number[] => [...kept.keys()]

export const forgetPicture = (id: number): void => void kept.delete(id)
