import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { contrast, type Hex, parseHex } from './contrast'
import { accentIn, BACKGROUNDS, LABEL_FONTS, siteCss, TEXT_FONTS, usesWebFont } from './site-look'

const DEFAULT = {
	accent: '',
	textFont: 'newsreader',
	headlineFont: 'newsreader',
	labelFont: 'system',
	logoOnPlate: false,
} as const

test('colours are parsed with and without hash, long and short', () => {
	expect(['#1f3fa3', '1F3FA3', ' #fc0 ', 'red', '#12345', ''].map(parseHex)).toEqual([
		...['#1f3fa3', '#1f3fa3', '#ffcc00', null, null, null],
	])
})

test('contrast of black and white is 21', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

test('every accent and text on it are readable in both themes', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
			const accent: Hex = `#${number.toString(16).padStart(6, '0')}`
			const { light, dark } = accentIn(accent)
			for (const background of BACKGROUNDS.light)
				expect(contrast(light.colour, background)).toBeGreaterThanOrEqual(4.5)
			for (const background of BACKGROUNDS.dark)
				expect(contrast(dark.colour, background)).toBeGreaterThanOrEqual(4.5)
			for (const each of [light, dark]) expect(contrast(each.colour, each.ink)).toBeGreaterThanOrEqual(4.5)
		}),
	)
})

test('a readable accent is not adjusted', () => {
	expect(accentIn('#1f3fa3').light).toMatchObject({ colour: '#1f3fa3', adjusted: false })
	expect(accentIn('#1f3fa3').dark).toMatchObject({ adjusted: true })
})

test('backgrounds are those of tokens.css', () => {
	const tokens = readFileSync('app/tokens.css', 'utf8')
	const [paper, surface] = ['paper', 'surface'].map(
		(name) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.slice(1) ?? [],
	)
	expect(BACKGROUNDS.light).toEqual([paper?.[0], surface?.[0]])
	expect(BACKGROUNDS.dark).toEqual([paper?.[1], surface?.[1]])
})

test('the default look has no style sheet', () => {
	expect(siteCss(DEFAULT)).toBe('')
})

test('system fonts need neither a download nor a preload', () => {
	const system = { ...DEFAULT, textFont: 'georgia', headlineFont: 'georgia', labelFont: 'humanist' } as const
	const css = siteCss(system)
	expect(css).not.toMatch(/url\(|@import|@font-face|Newsreader/)
	expect(usesWebFont(system)).toBe(false)
	expect(usesWebFont({ ...system, headlineFont: 'newsreader' })).toBe(true)
	for (const { stack } of [...Object.values(TEXT_FONTS), ...Object.values(LABEL_FONTS)])
		expect(stack).toMatch(/serif\)?$|stand-ins\)$/)
})
