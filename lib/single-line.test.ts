import { expect, test } from 'vitest'
import { isBlank, singleLine } from './single-line'

test('no-break and other typographic spaces are kept', () => {
	const headline = '«\u00a0Non\u202f!\u00a0» dit le maire, 10\u202f000\u00a0€'
	expect(singleLine(headline)).toBe(headline)
	expect(singleLine(` \u2009一\u3000二\u00a0 `)).toBe('\u2009一\u3000二\u00a0')
})

test('line ends, control characters and runs of spaces become one space', () => {
	expect(singleLine('\tOne\r\n  two\u2028three\u0000 ')).toBe('One two three')
	expect(singleLine('e\u0301')).toBe('é')
})

test('a text of invisible characters is blank', () => {
	for (const text of ['', ' \u00a0', '\u200b\u00ad']) expect(isBlank(text)).toBe(true)
	for (const text of ['.', '🎉', 'ب']) expect(isBlank(text)).toBe(false)
})
