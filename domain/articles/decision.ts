import type { Stage } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { TypedCorrection } from '../corrections'
import type { Permission } from '../permissions'
import { isStage, STORY_STATES, type StoryState } from './publication'

/** A decision on the stage or the publication of a story. */
export type Decision =
	| { kind: 'submit' }
	/** Back to draft, by a writer. */
	| { kind: 'recall' }
	| { kind: 'approve' }
	/** Back to the writer, with an editor's note on the missing parts. */
	| { kind: 'return'; note: string }
	/** `at`: a publication date in the past, for a story that was never public. */
	| { kind: 'publish'; at?: Date; minor?: boolean; correction?: TypedCorrection }
	| { kind: 'schedule'; at: Date }
	| { kind: 'update scheduled' }
	| { kind: 'unschedule' }
	| { kind: 'withdraw'; reason: string }
	/** Restores the publication from before the decision of an audit event. */
	| { kind: 'undo'; event: number }
	/** Another publication date of a live story, in the past. */
	| { kind: 'change date'; at: Date }

export type DecisionKind = Decision['kind']

/** The states in which each decision is possible. */
export const POSSIBLE: Record<DecisionKind, StoryState[]> = {
	submit: ['draft'],
	recall: ['in review', 'approved'],
	approve: ['draft', 'in review'],
	return: ['in review', 'approved'],
	publish: ['draft', 'in review', 'approved', 'scheduled', 'live', 'withdrawn'],
	schedule: ['draft', 'in review', 'approved', 'scheduled'],
	'update scheduled': ['scheduled'],
	unschedule: ['scheduled'],
	withdraw: ['live'],
	'change date': ['live'],
	undo: [...STORY_STATES],
}

/** Permission for a decision. An undo also needs that of the decision that it reverts. */
export const permissionFor = (kind: DecisionKind): Permission =>
	kind === 'submit' || kind === 'recall' || kind === 'undo' ? 'write stories' : 'publish stories'

/** Actions of the audit events of decisions. */
export const DECISION_ACTIONS: Record<DecisionKind, string> = {
	submit: 'submit story',
	recall: 'recall story',
	approve: 'approve story',
	return: 'return story',
	publish: 'publish story',
	schedule: 'schedule story',
	'update scheduled': 'update scheduled story',
	unschedule: 'unschedule story',
	withdraw: 'withdraw story',
	'change date': 'change publication date',
	undo: 'undo decision',
}

/** Stage after a decision on the stage; absent for decisions on the publication. */
export const STAGE_AFTER: Partial<Record<DecisionKind, Stage>> = {
	submit: 'in review',
	recall: 'draft',
	approve: 'approved',
	return: 'draft',
}

export function impossibleRefusal(kind: DecisionKind, state: StoryState): Refusal {
	if (STAGE_AFTER[kind])
		return new Refusal(
			'conflict',
			isStage(state)
				? `This story is ${state === 'draft' ? 'a draft' : state} now, so this step is not possible.`
				: `Review is for stories before publication; this one is ${state}. Editors publish its changes.`,
		)
	if (kind === 'change date')
		return new Refusal(
			'conflict',
			'Only a story that readers see has a publication date to change. Give one when you publish it.',
		)
	if (state === 'live')
		return new Refusal(
			'conflict',
			'Readers can see this story already, so it cannot be scheduled or taken back. Publish an update, or withdraw it with a reason.',
		)
	if (state === 'withdrawn')
		return new Refusal(
			'conflict',
			'This story is withdrawn. It can be published again, with the day it first appeared, but not scheduled.',
		)
	return new Refusal(
		'conflict',
		kind === 'withdraw'
			? 'Readers have not seen this story, so there is nothing to withdraw.'
			: 'This story is not scheduled.',
	)
}
