'use server'

import { deskAction } from '@/app/desk/desk-action'
import { timeIn } from '@/app/desk/stories/time-in'
import { planStory } from '@/domain/articles/planning'
import { authorize } from '@/domain/permissions'
import { Refusal } from '@/lib/refusal'

/** Moves the planned day of a story; shows the month of the new one. */
export const movePlannedAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'assign stories')
	const [id, day] = [input.number('story'), input.text('day')]
	if (!id) throw new Refusal('invalid', 'Please choose a story.', 'story')
	if (!day) throw new Refusal('invalid', 'Please choose a day.', 'day')
	await planStory(viewer, id, { plannedAt: await timeIn(`${day}T00:00`, 'day') })
	return { path: `/desk/calendar?month=${day.slice(0, 7)}`, notice: 'moved', leaves: true }
})
