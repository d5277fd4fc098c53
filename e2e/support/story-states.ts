import type { Page } from '@playwright/test'
import { EMPTY_STORY } from '@/domain/articles/fields'
import { addNote, listNotes, resolveNote } from '@/domain/articles/notes'
import { planStory } from '@/domain/articles/planning'
import { decideAbout } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { trashStory } from '@/domain/articles/trash'
import { EMPTY_PROFILE } from '@/domain/profile-fields'
import { createAuthor } from '@/domain/profiles'
import { moveToTrash } from '@/domain/trash/trash'
import { LONG_STAFF_NAME, LONG_WORD } from '../layout-openers'
import { externalWriteNoticed, signIn, viewerOf } from './test'

/** Opens a contributor's story in review with an open and a done note, an assignee and dates long past. */
export async function openInReview(page: Page): Promise<void> {
	const [contributor, editor] = [await viewerOf('contributor'), await viewerOf('editor')]
	const { articleId } = await startStory(contributor, { ...EMPTY_STORY, headline: LONG_WORD })
	await planStory(editor, articleId, { assignee: 'edith-marsh', dueAt: new Date(0), plannedAt: new Date(0) })
	await addNote(editor, articleId, `${LONG_WORD}\n\nIs that so?`)
	await addNote(editor, articleId, LONG_WORD)
	const [note] = await listNotes(editor, articleId)
	await resolveNote(editor, note?.id ?? 0, true)
	await decideAbout(contributor, articleId, { kind: 'submit' })
	await externalWriteNoticed()
	await signIn(page, 'editor', `/desk/stories/${articleId}`)
}

/** Opens the trash with a story and an author in it. */
export async function openTrash(page: Page): Promise<void> {
	const [editor, owner] = [await viewerOf('editor'), await viewerOf('owner')]
	const { articleId } = await startStory(editor, { ...EMPTY_STORY, headline: LONG_WORD })
	await trashStory(editor, articleId)
	await moveToTrash(owner, 'person', await createAuthor(owner, { ...EMPTY_PROFILE, name: LONG_STAFF_NAME }))
	await externalWriteNoticed()
	await signIn(page, 'owner', '/desk/trash')
}

/** Opens a month with a due, a planned and a scheduled story. */
export async function openCalendar(page: Page): Promise<void> {
	const editor = await viewerOf('editor')
	const { articleId } = await startStory(editor, { ...EMPTY_STORY, headline: LONG_WORD })
	const plannedAt = new Date('2031-05-20T09:00:00Z')
	await planStory(editor, articleId, { dueAt: new Date('2031-05-09T16:00:00Z'), plannedAt })
	await externalWriteNoticed()
	await signIn(page, 'owner', '/desk/calendar?month=2031-05')
}
