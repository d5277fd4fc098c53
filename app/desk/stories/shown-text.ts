import { fieldsOfPost } from '@/app/desk/stories/story-fields'
import { inputOf } from '@/app/desk/stories/story-merge'
import { takenText } from '@/app/desk/stories/unsaved-texts'
import type { StoryFields } from '@/domain/articles/fields'
import { findStory } from '@/domain/articles/stories'
import type { Viewer } from '@/domain/permissions'

export type ShownText = {
	fields: StoryFields
	/** Token of the unsaved text that is shown; null for the newest saved one. */
	token: string | null
}

/** The unsaved text of a story that the token names, as typed; else the one saved last. @throws Refusal */
export async function shownText(
	viewer: Viewer,
	articleId: number,
	token: string | undefined,
): Promise<ShownText> {
	const taken = await takenText(viewer, articleId, token)
	if (!taken) return { fields: (await findStory(viewer, articleId)).fields, token: null }
	return { fields: fieldsOfPost(inputOf(taken.fields)), token: taken.token }
}
