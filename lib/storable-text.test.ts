import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { storableJson, storableText } from './storable-text'

const UNIT = fc.constantFrom('a', 'é', '😀', '\n', '\t', '\u0000', '\ud83d', '\ude00', '\u202e')
const texts = fc.array(UNIT).map((units) => units.join(''))

test('only U+0000 and halves of characters are replaced', () => {
	expect(storableText('a\u0000b\ud800c\u0001\n😀')).toBe('a\ufffdb\ufffdc\u0001\n😀')
	fc.assert(
		fc.property(texts, (text) => {
			const stored = storableText(text)
			expect(stored.isWellFormed() && !stored.includes('\u0000')).toBe(true)
			expect(stored).toHaveLength(text.length)
			expect([...stored].every((unit, at) => unit === '\ufffd' || unit === [...text][at])).toBe(true)
		}),
	)
})

test('JSON has no escapes of characters that no text column stores', () => {
	expect(storableJson({ 'a\u0000': ['\ud83d', '\\u0000 \\ud83d', '\u0001😀'] })).toBe(
		'{"a\ufffd":["\ufffd","\\\\u0000 \\\\ud83d","\\u0001😀"]}',
	)
	fc.assert(
		fc.property(fc.array(fc.oneof(texts, fc.constantFrom('\\', '\\u0000'))), (list) => {
			expect(JSON.parse(storableJson(list))).toEqual(list.map(storableText))
		}),
	)
})
