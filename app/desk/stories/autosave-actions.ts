'use server'

import { deskAction } from '@/app/desk/desk-action'
import { discardAutosave } from '@/domain/articles/autosave'

export const discardAutosaveAction = deskAction(async (viewer, input) => {
	await discardAutosave(viewer, input.text('token'))
	return { path: `/desk/stories/${input.text('story') || 'new'}`, notice: 'discarded' }
})
