'use server'

import { deskAction } from '@/app/desk/desk-action'
import { changeMachineAnswers } from '@/domain/machines'
import { MACHINE_ANSWERS } from '@/lib/machine-answers'

/** Sets what machines may do with a story. */
export const machinesAction = deskAction(async (viewer, input) => {
	const id = input.number('story')
	const answerIn = (use: string) => MACHINE_ANSWERS.find((answer) => answer === input.text(use)) ?? null
	await changeMachineAnswers(viewer, id, {
		search: answerIn('search'),
		answers: answerIn('answers'),
		training: answerIn('training'),
	})
	return { path: `/desk/stories/${id}`, notice: 'machinesChanged' }
})
