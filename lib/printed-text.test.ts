import { describe, expect, test } from 'vitest'
import { isVisible, nameLine, oneLine } from './printed-text'

const everyCharacter = Array.from({ length: 0x110000 }, (_, code) => code)
	.filter((code) => code < 0xd800 || code > 0xdfff)
	.map((code) => String.fromCodePoint(code))

describe('isVisible', () => {
	test('is false for all ignorable, control and space characters', () => {
		const unseen = everyCharacter.filter((character) =>
			/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}\u2800]/u.test(character),
		)
		expect(unseen.length).toBeGreaterThan(4_000)
		expect(unseen.filter(isVisible)).toEqual([])
		expect(isVisible(unseen.join(''))).toBe(false)
	})

	test.each([
		'\u200b\u200b',
		'\u2060',
		'\u00ad',
		'\ufe0f',
		'\u3164',
		'\uffa0',
		'\u115f\u1160',
		'\u2800',
		'\ufffc',
		'\u061c',
	])('is false for %j', (text) => {
		expect(isVisible(text)).toBe(false)
		expect(oneLine(` ${text} `)).toBe('')
	})

	test('is true for all letters, digits, signs and marks', () => {
		const seen = everyCharacter.filter((character) =>
			/(?![\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}])[\p{L}\p{N}\p{P}\p{S}\p{M}]/u.test(
				character,
			),
		)
		expect(seen.length).toBeGreaterThan(130_000)
		expect(seen.filter((character) => !isVisible(character))).toEqual([])
	})
})

describe('oneLine', () => {
	test('keeps soft hyphens and drops bidirectional controls', () => {
		expect(oneLine(' Donau\u00addampfschiff\tfährt \r\n an ')).toBe('Donau\u00addampfschiff fährt an')
		expect(oneLine('a\u202eb\u2066c\u0000d')).toBe('abc d')
		expect(oneLine('\ud800x')).toBe('\ufffdx')
	})

	test('keeps no-break and typographic spaces, also at the ends', () => {
		const headline = '«\u00a0Non\u202f!\u00a0» dit le maire, 10\u202f000\u00a0€'
		expect(oneLine(headline)).toBe(headline)
		expect(oneLine(` \u2009一\u3000二\u00a0 `)).toBe('\u2009一\u3000二\u00a0')
		expect(oneLine('\tOne\r\n  two\u2028three\u0000 ')).toBe('One two three')
		expect(oneLine('e\u0301')).toBe('é')
	})

	test('limits stacked marks', () => {
		expect(oneLine(`Z${'\u0301'.repeat(160)}`)).toHaveLength(11)
		const tibetan = '\u0f67\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82'
		expect(oneLine(tibetan)).toBe(tibetan.normalize('NFC'))
	})
})

describe('nameLine', () => {
	test.each([
		'مهدی‌زاده',
		'ශ්‍රී කුමාර',
		'അവന്‍',
		'ক্‌ষ',
		'ه‍.',
		'葛\u{e0100}城',
		'Ann 👩‍👩‍👧',
		'🏳️‍🌈',
		'Nia 🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}',
		'O’Brien-Núñez',
		'Đặng Thị Nhượng',
		'יהודה',
		'ᠮᠣᠩᠭᠣᠯ\u180b',
	])('keeps %s', (name) => {
		expect(nameLine(name)).toBe(name.normalize('NFC'))
	})

	test.each([
		['A\u200bd\u2060a', 'Ada'],
		['A\u200cd\u200da', 'Ada'],
		['\ufeffAda\u00ad', 'Ada'],
		['Ada\u202e', 'Ada'],
		['Ada\u3164', 'Ada'],
		['A\ufe0fda', 'Ada'],
		['\u200c\u200d', ''],
		['\u3164', ''],
		['\u{e0041}\u{e0042}', ''],
		['\ufe0f\ufe0f', ''],
	])('removes invisible characters from %j', (typed, name) => {
		expect(nameLine(typed)).toBe(name)
		expect(nameLine(nameLine(typed))).toBe(name)
	})
})
