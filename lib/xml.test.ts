import { expect, test } from 'vitest'
import { parseXml } from '@/e2e/support/dom'
import fc from '@/e2e/support/fast-check'
import { element, xmlDocument, xmlText } from './xml'

/** Text of all code units, lone surrogates and markup. */
const hostile = fc.oneof(
	fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
	fc.string({
		unit: fc.constantFrom(
			'<',
			'>',
			'&',
			'"',
			"'",
			']]>',
			'\r',
			'\n',
			'\t',
			'\0',
			'\ufffe',
			'\ud800',
			'&#0;',
			'<!--',
			'é',
			'😀',
		),
	}),
)

test('any text comes back from a strict parser', () => {
	fc.assert(
		fc.property(hostile, hostile, (text, value) => {
			const root = parseXml(xmlDocument(element('a', { 'b-c': value }, element('d', {}, text), text)))
			expect(root.getAttribute('b-c')).toBe(xmlText(value))
			expect(root.textContent).toBe(xmlText(text) + xmlText(text))
		}),
	)
})

test('forbidden characters are removed, and lone surrogates replaced', () => {
	expect(xmlText('a\0\u0008\u000b\u001f\ufffe\uffffb\t\n\r\u0085\ud800c')).toBe('ab\t\n\r\u0085\ufffdc')
})

test('an element has attributes in order, and a short form', () => {
	const { markup } = element('a:b', { x: 1, y: null, z: '"<' }, null, false, [undefined, ''])
	expect(markup).toBe('<a:b x="1" z="&quot;&lt;"/>')
	expect(element('a', {}, 'x', [element('b', {}, 'y')], null).markup).toBe('<a>x<b>y</b></a>')
})

test.each(['', 'a b', '1a', 'a:b:c', 'a>'])('the name %j is rejected', (name) => {
	expect(() => element(name, {})).toThrow('not a name')
	expect(() => element('a', { [name]: 'x' })).toThrow('not a name')
})

test('the parser of these tests is strict', () => {
	for (const text of ['<a>', '<a>\u0001</a>', '<a b:c=""/>', '<a>&nbsp;</a>', '<a b="1" b="2"/>', '<a/><b/>'])
		expect(() => parseXml(text), text).toThrow()
})
