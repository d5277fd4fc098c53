import { describe, expect, test } from 'vitest'
import {
	appearanceAttributes,
	DEFAULT_APPEARANCE,
	parseAppearance,
	SIZES,
	serializeAppearance,
	THEMES,
	updateAppearance,
} from './appearance'

describe('appearance cookie', () => {
	test('parseAppearance inverts serializeAppearance', () => {
		for (const theme of THEMES)
			for (const size of SIZES)
				expect(parseAppearance(serializeAppearance({ theme, size }))).toEqual({ theme, size })
	})

	test('parseAppearance returns null for invalid values', () => {
		for (const text of [undefined, null, '', '.', 'dark', 'dark.', '.large', 'dark.large.', 'large.dark'])
			expect(parseAppearance(text)).toBeNull()
		for (const text of ['Dark.large', 'dark.large"><script>', 'constructor.large', ' dark.large'])
			expect(parseAppearance(text)).toBeNull()
	})
})

describe('appearance of a page', () => {
	test('attributes of default values are omitted', () => {
		expect(appearanceAttributes(DEFAULT_APPEARANCE)).toBe('')
		expect(appearanceAttributes({ theme: 'dark', size: 'normal' })).toBe(' data-theme="dark"')
		expect(appearanceAttributes({ theme: 'system', size: 'small' })).toBe(' data-size="small"')
		expect(appearanceAttributes({ theme: 'light', size: 'larger' })).toBe(
			' data-theme="light" data-size="larger"',
		)
	})

	test('updateAppearance changes theme or size and ignores invalid values', () => {
		const appearance = { theme: 'dark', size: 'large' } as const
		expect(updateAppearance(appearance, { theme: 'light' })).toEqual({ theme: 'light', size: 'large' })
		expect(updateAppearance(appearance, { size: 'small' })).toEqual({ theme: 'dark', size: 'small' })
		expect(updateAppearance(appearance, { theme: 'sepia', size: 'huge' })).toEqual(appearance)
	})
})
