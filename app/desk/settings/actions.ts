'use server'

import { deskAction, type FormInput } from '@/app/desk/desk-action'
import { SETTINGS_SCREENS, type SettingsPath } from '@/components/desk/settings/settings-nav'
import { RULE_LISTS } from '@/domain/comments/rule-lists'
import { removeLogo, setLogo } from '@/domain/logo/logo'
import { changeSettings, DEFAULT_SETTINGS, type LabelledLink, type SiteSettings } from '@/domain/settings'
import { oneLine } from '@/lib/printed-text'

export const changeSettingsAction = deskAction(async (viewer, input) => {
	await changeSettings(viewer, settingsIn(input))
	return { path: screenIn(input), notice: 'saved' }
})

const LOOK: SettingsPath = '/desk/settings/look'

export const setLogoAction = deskAction(async (viewer, { file }) => {
	const chosen = file('logo')
	await setLogo(viewer, new Uint8Array(chosen ? await chosen.arrayBuffer() : []))
	return { path: LOOK, notice: 'saved' }
})

export const removeLogoAction = deskAction(async (viewer) => {
	await removeLogo(viewer)
	return { path: LOOK, notice: 'saved' }
})

function screenIn({ text }: FormInput): SettingsPath {
	const screen = text('screen')
	return Object.hasOwn(SETTINGS_SCREENS, screen) ? (screen as SettingsPath) : '/desk/settings'
}

/** Settings with an entry a line. */
const LINE_LISTS = ['orgMemberOf', ...RULE_LISTS] as const

/** The settings of the form's screen. */
function settingsIn(input: FormInput): Partial<SiteSettings> {
	const { text, list } = input
	const entries = Object.entries(DEFAULT_SETTINGS)
		.filter(([key, value]) => list(key).length > 0 && typeof value !== 'object')
		.map(([key, value]) => {
			// A hidden field precedes each checkbox.
			if (typeof value === 'boolean') return [key, list(key).includes('yes')]
			return [key, typeof value === 'number' ? wholeNumber(text(key)) : oneLine(text(key))]
		})
	const links = linksIn(input)
	const lines = LINE_LISTS.filter((key) => list(key).length > 0).map((key) => [key, linesOf(text(key))])
	return {
		...Object.fromEntries(entries),
		...(links && { socialLinks: links }),
		...Object.fromEntries(lines),
	}
}

/** Rows of a form of links at most; the domain has the limit for people. */
const ROWS_MAX = 50

/** The filled rows of links; null if the form has none. */
function linksIn({ text, number }: FormInput): LabelledLink[] | null {
	const rows = number('linkRows')
	if (!(rows > 0)) return null
	return Array.from({ length: Math.min(rows, ROWS_MAX) }, (_, index) => ({
		label: oneLine(text(`linkLabel${index}`)),
		url: text(`linkUrl${index}`).trim(),
	})).filter(({ label, url }) => label || url)
}

const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)

/** Parses a number; NaN for an empty field, where Number() gives 0. */
const wholeNumber = (words: string): number => Number(words.trim() || Number.NaN)
