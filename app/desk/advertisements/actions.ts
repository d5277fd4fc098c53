'use server'

import { chosenPhoto } from '@/app/desk/chosen-photo'
import { deskAction } from '@/app/desk/desk-action'
import { changeAd, placeAd, restoreAd, retireAd, setAdActive } from '@/domain/ads-desk'
import { authorize } from '@/domain/permissions'
import { adFields } from './ad-fields'

const path = '/desk/advertisements'

export const placeAdAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'place advertisements')
	await placeAd(viewer, await adFields(input, chosenPhoto(input, 'photoNumber', 'photoId')))
	return { path, notice: 'adPlaced' }
})

export const changeAdAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'place advertisements')
	const id = input.number('ad')
	await changeAd(viewer, id, await adFields(input, chosenPhoto(input, 'photoNumber', 'photoId')))
	return { path: `${path}/${id}`, notice: 'saved' }
})

/** Runs, stops, retires or restores an advertisement. */
export const decideAdAction = deskAction(async (viewer, { text, number }) => {
	const id = number('ad')
	switch (text('do')) {
		case 'retire':
			await retireAd(viewer, id)
			return { path, notice: 'adRetired', leaves: true }
		case 'restore':
			await restoreAd(viewer, id)
			return { path: `${path}?show=retired`, notice: 'adRestored', leaves: true }
		case 'run':
			await setAdActive(viewer, id, true)
			return { path, notice: 'adRunning' }
		default:
			await setAdActive(viewer, id, false)
			return { path, notice: 'adStopped' }
	}
})
