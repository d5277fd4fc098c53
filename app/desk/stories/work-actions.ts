'use server'

import { deskAction, type FormInput } from '@/app/desk/desk-action'
import { changeResponses } from '@/domain/articles/change-responses'
import { addNote, resolveNote } from '@/domain/articles/notes'
import { planStory } from '@/domain/articles/planning'
import { changeLanguage } from '@/domain/articles/translations'
import { authorize } from '@/domain/permissions'
import { COMMENTS_FROM, COMMENTS_POLICIES } from '@/domain/settings'
import { timeIn } from './time-in'

const storyPath = (id: number): string => `/desk/stories/${id}`

/** Assigns a story, and sets its deadline and planned day. */
export const planAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'assign stories')
	const id = input.number('story')
	await planStory(viewer, id, {
		assignee: input.text('assignee'),
		dueAt: await dayIn(input, 'dueDay', input.text('dueTime') || '23:59'),
		plannedAt: await dayIn(input, 'plannedDay', '00:00'),
	})
	return { path: storyPath(id), notice: 'planned' }
})

async function dayIn({ text }: FormInput, field: string, time: string): Promise<Date | null> {
	return text(field) ? timeIn(`${text(field)}T${time}`, field) : null
}

/** Sets whether readers may comment on a story, leave a mood and give stars. */
export const responsesAction = deskAction(async (viewer, input) => {
	const id = input.number('story')
	const [policy, from] = [input.text('commentsPolicy'), input.text('commentsFrom')]
	await changeResponses(viewer, id, {
		commentsPolicy: COMMENTS_POLICIES.find((each) => each === policy) ?? null,
		commentsFrom: COMMENTS_FROM.find((each) => each === from) ?? null,
		commentsClosedReason: input.text('commentsClosedReason'),
		moodsShown: shownIn(input.text('moodsShown')),
		ratingsShown: shownIn(input.text('ratingsShown')),
	})
	return { path: storyPath(id), notice: 'responsesChanged' }
})

const shownIn = (value: string): boolean | null => (value ? value === 'yes' : null)

/** Sets the language of a story and links its translations. */
export const languageAction = deskAction(async (viewer, input) => {
	const id = input.number('story')
	const [language, translationOf] = [input.text('language'), input.text('translationOf')]
	await changeLanguage(viewer, id, { language, translationOf })
	return { path: storyPath(id), notice: 'languageChanged' }
})

export const addNoteAction = deskAction(async (viewer, input) => {
	const id = input.number('story')
	await addNote(viewer, id, input.text('note'))
	return { path: storyPath(id), notice: 'noteAdded' }
})

/** Marks the note of the pressed button as done, or as open again. */
export const resolveNoteAction = deskAction(async (viewer, input) => {
	const resolved = input.text('resolve') !== ''
	const id = await resolveNote(viewer, input.number(resolved ? 'resolve' : 'reopen'), resolved)
	return { path: storyPath(id), notice: 'noteChanged' }
})
