'use server'

import { deskAction } from '@/app/desk/desk-action'
import { decideBurst, undoVoteDecision } from '@/domain/votes/decisions'
import { Refusal } from '@/lib/refusal'

const votesPath = (storyId: number): string => `/desk/stories/${storyId}/votes`

/** Counts or discards the waiting votes of a burst, by the pressed button. */
export const decideBurstAction = deskAction(async (viewer, { number, text }) => {
	const storyId = number('story')
	const outcome = text('outcome')
	if (outcome !== 'release' && outcome !== 'discard')
		throw new Refusal('invalid', 'Please press one of the two buttons.')
	await decideBurst(viewer, storyId, text('burst'), { outcome, reason: text('reason') })
	const notice = outcome === 'release' ? 'votesReleased' : 'votesDiscarded'
	return { path: votesPath(storyId), notice, leaves: true }
})

/** Puts the votes of a decision back to be decided. */
export const undoVoteDecisionAction = deskAction(async (viewer, { number }) => {
	const storyId = number('story')
	await undoVoteDecision(viewer, storyId, number('decision'))
	return { path: votesPath(storyId), notice: 'votesWait', leaves: true }
})
