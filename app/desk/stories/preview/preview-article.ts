import { fieldsOfPost } from '@/app/desk/stories/story-fields'
import { inputOf } from '@/app/desk/stories/story-merge'
import { takenText } from '@/app/desk/stories/unsaved-texts'
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
	token: string | undefined,
): Promise<Previewed> {
	const taken = await takenText(viewer, articleId, token)
	if (!taken) return { article: await previewStory(viewer, articleId), token: null }
	const fields = normalizeFields(fieldsOfPost(inputOf(taken.fields)))
	return { article: await previewFields(viewer, articleId, fields), token: taken.token }
}
