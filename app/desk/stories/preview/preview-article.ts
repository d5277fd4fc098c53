import { shownText } from '@/app/desk/stories/shown-text'
import { normalizeFields } from '@/domain/articles/fields'
import { previewFields } from '@/domain/articles/preview'
import { previewStory } from '@/domain/articles/stories'
import type { ArticleView } from '@/domain/articles/views'
import type { Viewer } from '@/domain/permissions'

export type Previewed = {
	article: ArticleView
	/** Token of the unsaved text that is shown; null for the newest saved one. */
	token: string | null
}

/** A story as its page would be: with the unsaved text that the token names, or as saved last. @throws Refusal */
export async function previewedArticle(
	viewer: Viewer,
	articleId: number,
	autosave: string | undefined,
): Promise<Previewed> {
	const { fields, token } = await shownText(viewer, articleId, autosave)
	if (!token) return { article: await previewStory(viewer, articleId), token }
	return { article: await previewFields(viewer, articleId, normalizeFields(fields)), token }
}
