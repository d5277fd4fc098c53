'use server'

import { chosenPhoto } from '@/app/desk/chosen-photo'
import { deskAction } from '@/app/desk/desk-action'
import { placeAd, setAdActive } from '@/domain/ads'
import { oneLine } from '@/lib/printed-text'

const path = '/desk/advertisements'

export const placeAdAction = deskAction(async (viewer, { text, number }) => {
	const photoId = chosenPhoto({ text, number }, 'photoNumber', 'photoId')
	await placeAd(viewer, {
		title: oneLine(text('title')),
		text: text('text').trim(),
		url: text('url').trim(),
		photoId,
	})
	return { path, notice: 'adPlaced' }
})

export const setAdActiveAction = deskAction(async (viewer, { text, number }) => {
	const active = text('active') === 'yes'
	await setAdActive(viewer, number('ad'), active)
	return { path, notice: active ? 'adRunning' : 'adStopped' }
})
