'use server'

import { deskAction } from '@/app/desk/desk-action'
import { changeSectionComments } from '@/domain/articles/change-responses'
import { mergeSection } from '@/domain/merge-sections'
import { authorize } from '@/domain/permissions'
import { changeSection, createSection, moveSection, setSectionRetired } from '@/domain/sections'
import { COMMENTS_FROM, COMMENTS_POLICIES } from '@/domain/settings'
import { Refusal } from '@/lib/refusal'

const path = '/desk/sections'
const pathOf = (id: number) => `${path}/${id}`

export const createSectionAction = deskAction(async (viewer, { text }) => {
	await createSection(viewer, { name: text('name'), slug: text('slug') })
	return { path, notice: 'sectionMade' }
})

export const changeSectionAction = deskAction(async (viewer, { text, number }) => {
	const id = number('section')
	const input = { name: text('name'), slug: text('slug'), description: text('description') }
	await changeSection(viewer, id, input)
	return { path: pathOf(id), notice: 'sectionChanged' }
})

export const sectionCommentsAction = deskAction(async (viewer, { text, number }) => {
	const id = number('section')
	const [policy, from, days] = [text('commentsPolicy'), text('commentsFrom'), text('commentsCloseAfterDays')]
	await changeSectionComments(viewer, id, {
		commentsPolicy: COMMENTS_POLICIES.find((each) => each === policy) ?? null,
		commentsFrom: COMMENTS_FROM.find((each) => each === from) ?? null,
		commentsCloseAfterDays: days.trim() ? Number(days) : null,
		commentsClosedReason: text('commentsClosedReason'),
	})
	return { path: pathOf(id), notice: 'sectionCommentsChanged' }
})

/** The pressed button carries the section's id under the name of its direction. */
export const moveSectionAction = deskAction(async (viewer, { text, number }) => {
	const direction = text('up') ? 'up' : 'down'
	await moveSection(viewer, number(direction), direction)
	return { path, notice: 'sectionMoved' }
})

export const retireSectionAction = deskAction(async (viewer, { text, number }) => {
	const [id, retired] = [number('section'), text('retired') === 'yes']
	await setSectionRetired(viewer, id, retired)
	return { path: pathOf(id), notice: retired ? 'sectionRetired' : 'sectionBack', leaves: true }
})

export const mergeSectionAction = deskAction(async (viewer, { text, number }) => {
	authorize(viewer, 'change settings')
	if (text('sure') !== 'yes')
		throw new Refusal('invalid', 'Please tick that the sections are merged for good.', 'sure')
	await mergeSection(viewer, number('section'), number('into'))
	return { path: pathOf(number('into')), notice: 'sectionMerged', leaves: true }
})
