'use server'

import { deskAction, type FormInput } from '@/app/desk/desk-action'
import { duplicateStory } from '@/domain/articles/duplicate'
import { deleteForEver, restoreFromTrash, trashStory, undoTrash } from '@/domain/articles/trash'
import { authorize } from '@/domain/permissions'
import { Refusal } from '@/lib/refusal'

/** Copies a story, or moves it to the trash, by the pressed button. */
export const manageAction = deskAction(async (viewer, input) => {
	const id = input.number('story')
	if (input.text('do') === 'duplicate') {
		const { articleId } = await duplicateStory(viewer, id)
		return { path: `/desk/stories/${articleId}`, notice: 'duplicated', leaves: true }
	}
	await trashStory(viewer, id)
	return { path: '/desk', notice: 'trashed', leaves: true }
})

/** Restores the story of the pressed button, or deletes it for ever. */
export const trashAction = deskAction(async (viewer, input) => {
	const [restored, deleted] = [input.number('restore'), input.number('delete')]
	if (restored) {
		await restoreFromTrash(viewer, restored)
		return { path: `/desk/stories/${restored}`, notice: 'untrashed', leaves: true }
	}
	await deleteForEver(viewer, deleted)
	return { path: '/desk/trash', notice: 'deleted' }
})

export const undoTrashAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'write stories')
	for (const event of eventsIn(input)) await undoTrash(viewer, event)
	return { path: '/desk', notice: 'undone', leaves: true }
})

function eventsIn({ text }: FormInput): number[] {
	if (!/^\d{1,15}(,\d{1,15}){0,99}$/.test(text('events')))
		throw new Refusal('invalid', 'There is nothing to undo.')
	return text('events').split(',').map(Number)
}
