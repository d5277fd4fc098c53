import { describe, expect, test } from 'vitest'
import { changeLook, lookAttributes, lookValue, PLAIN_LOOK, parseLook, SIZES, THEMES } from './look'

describe('the look in a cookie', () => {
	test('every look comes back as it was written', () => {
		for (const theme of THEMES)
			for (const size of SIZES) expect(parseLook(lookValue({ theme, size }))).toEqual({ theme, size })
	})

	test('anything else is no look', () => {
		for (const text of [undefined, null, '', '.', 'dark', 'dark.', '.large', 'dark.large.', 'large.dark'])
			expect(parseLook(text)).toBeNull()
		for (const text of ['Dark.large', 'dark.large"><script>', 'constructor.large', ' dark.large'])
			expect(parseLook(text)).toBeNull()
	})
})

describe('the look on the page', () => {
	test('only what differs from the plain look is written', () => {
		expect(lookAttributes(PLAIN_LOOK)).toBe('')
		expect(lookAttributes({ theme: 'dark', size: 'normal' })).toBe(' data-theme="dark"')
		expect(lookAttributes({ theme: 'system', size: 'small' })).toBe(' data-size="small"')
		expect(lookAttributes({ theme: 'light', size: 'larger' })).toBe(' data-theme="light" data-size="larger"')
	})

	test('a form may change either half, and nonsense changes nothing', () => {
		const look = { theme: 'dark', size: 'large' } as const
		expect(changeLook(look, { theme: 'light' })).toEqual({ theme: 'light', size: 'large' })
		expect(changeLook(look, { size: 'small' })).toEqual({ theme: 'dark', size: 'small' })
		expect(changeLook(look, { theme: 'sepia', size: 'huge' })).toEqual(look)
	})
})
