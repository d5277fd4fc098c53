import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { articles } from '@/db/schema'
import { cutText } from '@/lib/cut-text'
import type { Viewer } from '../permissions'
import { HEADLINE_LENGTH_MAX } from './fields'
import { type SavedStory, startStory } from './save'
import { findStory } from './stories'

/** Starts a draft with the saved text, photographs, bylines and language of a story. @throws Refusal */
export async function duplicateStory(viewer: Viewer, articleId: number): Promise<SavedStory> {
	const { fields, language } = await findStory(viewer, articleId)
	const headline = cutText(`Copy of ${fields.headline}`, HEADLINE_LENGTH_MAX)
	const copy = await startStory(viewer, { ...fields, headline, note: '' })
	if (language)
		await write((tx) => tx.update(articles).set({ language }).where(eq(articles.id, copy.articleId)))
	return copy
}
