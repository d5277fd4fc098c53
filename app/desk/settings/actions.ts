'use server'

import { deskAction } from '@/app/desk/desk-action'
import { changeSettings, DEFAULT_SETTINGS, type SiteSettings } from '@/domain/settings'
import { oneLine } from '@/lib/printed-text'

export const changeSettingsAction = deskAction(async (viewer, { text, list }) => {
	const entries = Object.entries(DEFAULT_SETTINGS)
		.filter(([key]) => list(key).length > 0)
		.map(([key, value]) => {
			// A hidden field precedes each checkbox.
			if (typeof value === 'boolean') return [key, list(key).includes('yes')]
			return [key, typeof value === 'number' ? wholeNumber(text(key)) : oneLine(text(key))]
		})
	await changeSettings(viewer, Object.fromEntries(entries) as Partial<SiteSettings>)
	return { path: '/desk/settings', notice: 'saved' }
})

/** Parses a number; NaN for an empty field, where Number() gives 0. */
const wholeNumber = (words: string): number => Number(words.trim() || Number.NaN)
