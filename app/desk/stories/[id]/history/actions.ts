'use server'

import { deskAction } from '@/app/desk/desk-action'
import { deskTime } from '@/components/desk/desk-time'
import { restoreRevision } from '@/domain/articles/history'
import { nameRevision } from '@/domain/articles/revision-names'
import { findStory } from '@/domain/articles/stories'
import { siteSettings } from '@/domain/settings'

export const nameRevisionAction = deskAction(async (viewer, input) => {
	const [id, number] = [input.number('story'), input.number('number')]
	await nameRevision(viewer, id, number, input.text('name'))
	return { path: `/desk/stories/${id}/history/${number}`, notice: 'saved' }
})

/** Restores a revision; after a newer save it writes nothing, and the next submission is based on that save. */
export const restoreAction = deskAction(async (viewer, input) => {
	const [id, number] = [input.number('story'), input.number('number')]
	const outcome = await restoreRevision(viewer, id, number, input.number('baseRevisionId'))
	if (outcome.kind === 'saved') return { path: `/desk/stories/${id}`, notice: 'restored', leaves: true }
	const { headRevisionId, savedBy, savedAt } = await findStory(viewer, id)
	const at = deskTime(savedAt, await siteSettings())
	return {
		message: `${savedBy ?? 'Somebody'} saved this story at ${at}, after you opened this page, so nothing was restored. Restore again, and version ${number} becomes the newest; theirs stays in the history.`,
		values: { baseRevisionId: [String(headRevisionId)] },
	}
})
