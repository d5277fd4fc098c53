'use server'

import { deskAction, type FormInput, type FormRetry, refusalState } from '@/app/desk/desk-action'
import { findArrangements } from '@/domain/front-page-arrangements'
import { removeScheduled, saveArrangement, undoArrangement } from '@/domain/front-page-save'
import { authorize, type Viewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import type { FormValues } from '@/lib/form-values'
import {
	applyMove,
	arrangementFromText,
	type FrontPageArrangement,
	withFields,
} from '@/lib/front-page-arrangement'
import { isRefusal, Refusal } from '@/lib/refusal'
import { fromLocalDateTime } from '@/lib/time-zone'
import { fromForm, storiesFor } from './arrangement-fields'

const path = '/desk/front-page'

/** Moves a story or section within the form, searches stories, saves or schedules the arrangement. */
export const arrangeAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'arrange the front page')
	const { text, list, number } = input
	const [verb = '', ...rest] = text('do').split(' ')
	const given = withFields(arrangementFromText(text('arrangement')), {
		text: (name) => list(name)[0],
		list,
	})
	const { timeZone } = await siteSettings()
	if (verb !== 'save' && verb !== 'schedule') {
		const moved = verb === 'put' ? `put ${chosenStory(input)} ${rest.join(' ')}` : [verb, ...rest].join(' ')
		return shownAgain(viewer, input, applyMove(given, moved))
	}
	try {
		const startsAt = verb === 'schedule' ? scheduledTime(text('startsAt'), timeZone) : null
		await saveArrangement(viewer, fromForm(given, timeZone), { base: number('base') || 0, startsAt })
	} catch (error) {
		if (!isRefusal(error)) throw error
		const again = await shownAgain(viewer, input, given)
		const { current } = await findArrangements(viewer)
		const isStale = error.code === 'conflict' && error.field === 'arrangement'
		const base: FormValues = isStale ? { base: [String(current?.id ?? 0)] } : {}
		return { ...again, ...refusalState(error), values: { ...again.values, ...base } }
	}
	return { path, notice: verb === 'schedule' ? 'frontPageScheduled' : 'frontPageSaved', leaves: true }
})

/** The form with another arrangement and the stories that it needs. */
async function shownAgain(
	viewer: Viewer,
	{ text }: FormInput,
	arrangement: FrontPageArrangement,
): Promise<FormRetry> {
	const ends = Object.fromEntries(
		Object.entries(arrangement.places).map(([place, { until }]) => [`until-${place}`, [until]]),
	)
	const locale = await siteSettings()
	return {
		values: { arrangement: [JSON.stringify(arrangement)], ...ends },
		stories: await storiesFor(viewer, { query: text('query'), arrangement, locale }),
	}
}

function chosenStory({ text }: FormInput): string {
	const chosen = text('story')
	if (!chosen) throw new Refusal('invalid', 'Choose a story first, then the place for it.', 'story')
	return chosen
}

function scheduledTime(typed: string, timeZone: string): Date {
	const at = fromLocalDateTime(typed, timeZone)
	if (!at) throw new Refusal('invalid', 'Please give the day and time of the change.', 'startsAt')
	return at
}

export const undoArrangementAction = deskAction(async (viewer, { number }) => {
	await undoArrangement(viewer, number('base') || 0)
	return { path, notice: 'frontPageUndone', leaves: true }
})

export const removeScheduledAction = deskAction(async (viewer, { number }) => {
	await removeScheduled(viewer, number('arrangement'))
	return { path, notice: 'frontPageUnscheduled', leaves: true }
})
