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

describe('the look in a cookie', () => {
	test('every look comes back as it was written', () => {
		for (const theme of THEMES)
			for (const size of SIZES)
				expect(parseAppearance(serializeAppearance({ theme, size }))).toEqual({ theme, size })
	})

	test('anything else is no look', () => {
		for (const text of [undefined, null, '', '.', 'dark', 'dark.', '.large', 'dark.large.', 'large.dark'])
			expect(parseAppearance(text)).toBeNull()
		for (const text of ['Dark.large', 'dark.large"><script>', 'constructor.large', ' dark.large'])
			expect(parseAppearance(text)).toBeNull()
	})
})

describe('the look on the page', () => {
	test('only what differs from the plain look is written', () => {
		expect(appearanceAttributes(DEFAULT_APPEARANCE)).toBe('')
		expect(appearanceAttributes({ theme: 'dark', size: 'normal' })).toBe(' data-theme="dark"')
		expect(appearanceAttributes({ theme: 'system', size: 'small' })).toBe(' data-size="small"')
		expect(appearanceAttributes({ theme: 'light', size: 'larger' })).toBe(
			' data-theme="light" data-size="larger"',
		)
	})

	test('a form may change either half, and nonsense changes nothing', () => {
		const look = { theme: 'dark', size: 'large' } as const
		expect(updateAppearance(look, { theme: 'light' })).toEqual({ theme: 'light', size: 'large' })
		expect(updateAppearance(look, { size: 'small' })).toEqual({ theme: 'dark', size: 'small' })
		expect(updateAppearance(look, { theme: 'sepia', size: 'huge' })).toEqual(look)
	})
})
