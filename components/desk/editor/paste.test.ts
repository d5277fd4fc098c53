import { expect, test } from 'vitest'
import { declarations } from '@/components/desk/editor/paste'

test('a property is read whole, whatever others are called', () => {
	expect(declarations('mso-bidi-font-weight:normal').get('font-weight')).toBeUndefined()
	expect(declarations('mso-bidi-font-weight:normal;FONT-WEIGHT: Bold ;').get('font-weight')).toBe('bold')
	expect(declarations('font-weight:700 !important').get('font-weight')).toBe('700')
	expect(declarations('background:url(https://example.org/a);color:red').get('color')).toBe('red')
	expect(declarations('').size).toBe(0)
})
