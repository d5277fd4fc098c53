'use server'

import { deskAction } from '@/app/desk/desk-action'
import { chooseRelated } from '@/domain/related/choose'
import { changeSeries } from '@/domain/series/change-series'
import { setPart } from '@/domain/series/set-part'

const storyPath = (id: number): string => `/desk/stories/${id}`

/** Puts a story into a series, or takes it out. */
export const seriesAction = deskAction(async (viewer, { text, number }) => {
	const id = number('story')
	await setPart(viewer, id, { name: text('series'), part: text('part') })
	return { path: storyPath(id), notice: 'seriesSet' }
})

/** Sets the related stories of a story. */
export const relatedAction = deskAction(async (viewer, { text, number }) => {
	const id = number('story')
	await chooseRelated(viewer, id, text('related'))
	return { path: storyPath(id), notice: 'relatedSet' }
})

export const changeSeriesAction = deskAction(async (viewer, { text, number }) => {
	const id = number('series')
	const isKept = await changeSeries(viewer, id, { name: text('name'), description: text('description') })
	return isKept
		? { path: `/desk/series/${id}`, notice: 'seriesChanged' }
		: { path: '/desk', notice: 'seriesRemoved' }
})
