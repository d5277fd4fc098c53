import { cutText } from '@/lib/cut-text'
import type { Viewer } from '../permissions'
import { HEADLINE_LENGTH_MAX } from './fields'
import { type SavedStory, startStory } from './save'
import { findStory } from './stories'

/** Starts a draft with the saved text, photographs and bylines of a story. @throws Refusal */
export async function duplicateStory(viewer: Viewer, articleId: number): Promise<SavedStory> {
	const { fields } = await findStory(viewer, articleId)
	const headline = cutText(`Copy of ${fields.headline}`, HEADLINE_LENGTH_MAX)
	return startStory(viewer, { ...fields, headline, note: '' })
}
