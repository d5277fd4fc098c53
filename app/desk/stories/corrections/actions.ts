'use server'

import { deskAction } from '@/app/desk/desk-action'
import { addCorrection } from '@/domain/corrections'
import { correctionIn } from './correction-fields'

export const addCorrectionAction = deskAction(async (viewer, input) => {
	const story = input.number('story')
	await addCorrection(viewer, story, correctionIn(input))
	return { path: `/desk/stories/${story}`, notice: 'correctionAdded' }
})
