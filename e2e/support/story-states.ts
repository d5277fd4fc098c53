import type { Page } from '@playwright/test'
import { EMPTY_STORY } from '@/domain/articles/fields'
import { addNote, listNotes, resolveNote } from '@/domain/articles/notes'
import { planStory } from '@/domain/articles/planning'
import { decideAbout } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { trashStory } from '@/domain/articles/trash'
import { externalWriteNoticed, signIn, viewerOf } from './test'

/** Opens a contributor's story in review with an open and a done note, an assignee and dates long past. */
export const openInReview = (words: string) => async (page: Page) => {
	const [contributor, editor] = [await viewerOf('contributor'), await viewerOf('editor')]
	const { articleId } = await startStory(contributor, { ...EMPTY_STORY, headline: words })
	await planStory(editor, articleId, { assignee: 'edith-marsh', dueAt: new Date(0), plannedAt: new Date(0) })
	await addNote(editor, articleId, `${words}\n\nIs that so?`)
	await addNote(editor, articleId, words)
	const [note] = await listNotes(editor, articleId)
	await resolveNote(editor, note?.id ?? 0, true)
	await decideAbout(contributor, articleId, { kind: 'submit' })
	await externalWriteNoticed()
	await signIn(page, 'editor', `/desk/stories/${articleId}`)
}

/** Opens the trash with a story in it. */
export const openTrash = (words: string) => async (page: Page) => {
	const editor = await viewerOf('editor')
	const { articleId } = await startStory(editor, { ...EMPTY_STORY, headline: words })
	await trashStory(editor, articleId)
	await externalWriteNoticed()
	await signIn(page, 'owner', '/desk/trash')
}
