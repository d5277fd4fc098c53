import { Refusal } from '@/lib/refusal'
import type { TypedCorrection } from '../corrections'
import type { StoryState } from './publication'

/** An editor's decision on the publication of a story. */
export type Decision =
	/** `at`: a publication date in the past, for a story that was never public. */
	| { kind: 'publish'; at?: Date; minor?: boolean; correction?: TypedCorrection }
	| { kind: 'schedule'; at: Date }
	| { kind: 'update scheduled' }
	| { kind: 'unschedule' }
	| { kind: 'withdraw'; reason: string }
	/** Another publication date of a live story, in the past. */
	| { kind: 'change date'; at: Date }

export type DecisionKind = Decision['kind']

/** The states in which each decision is possible. */
export const POSSIBLE: Record<DecisionKind, StoryState[]> = {
	publish: ['draft', 'scheduled', 'live', 'withdrawn'],
	schedule: ['draft', 'scheduled'],
	'update scheduled': ['scheduled'],
	unschedule: ['scheduled'],
	withdraw: ['live'],
	'change date': ['live'],
}

/** Actions of the audit events of decisions. */
export const DECISION_ACTIONS: Record<DecisionKind, string> = {
	publish: 'publish story',
	schedule: 'schedule story',
	'update scheduled': 'update scheduled story',
	unschedule: 'unschedule story',
	withdraw: 'withdraw story',
	'change date': 'change publication date',
}

export function impossibleRefusal(kind: DecisionKind, state: StoryState): Refusal {
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
