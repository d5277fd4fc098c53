import { answerMachines } from '@/app/(reader)/answer-machines'
import { liveStoryById } from '@/domain/feeds/stories'
import { siteSettings } from '@/domain/settings'
import { namedError } from '@/lib/error-words'
import { isRefusal } from '@/lib/refusal'
import type { ErrorPage, ResponseOverride } from '@/lib/request-context'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'
import { sharePicture } from './drawings'
import { sharePath } from './share-picture'

/** Pictures for link previews, drawn after publication (`drawer.ts`), or else at the first request. */
export const SHARE_ROUTES: FileRoute[] = [
	{
		path: /^\/share\/([1-9]\d{0,14})-([0-9a-f]{20})\.jpg$/,
		isSlow: true,
		render: ([id, digest]) => picture(Number(id), `/share/${id}-${digest}.jpg`),
	},
]

async function picture(id: number, path: string): Promise<RenderedFile | ResponseOverride> {
	const story = await liveStoryById(id)
	const settings = await siteSettings()
	if (!story || sharePath(story.article, settings) !== path) return NO_PICTURE
	await answerMachines(story.article.machines)
	const drawn = await sharePicture(story.article, settings).catch(busy)
	if ('kind' in drawn) return drawn
	return { type: 'image/jpeg', text: drawn, isImmutable: true }
}

function busy(error: unknown): ErrorPage {
	if (!isRefusal(error) || error.retryAfter === undefined) throw error
	return namedError(503, 'pictureLater', error.retryAfter)
}

const NO_PICTURE = namedError(404, 'noPicture')
