import { expect, test } from 'vitest'
import { isShortcut } from '@/components/desk/form/shortcut'

const keys = (key: string, code: string, held = {}) => ({
	...{ key, code, ctrlKey: true, metaKey: false, altKey: false, shiftKey: false },
	...held,
})

test.each([
	['a Latin keyboard', keys('s', 'KeyS'), true],
	['caps lock', keys('S', 'KeyS'), true],
	['a Mac', keys('s', 'KeyS', { ctrlKey: false, metaKey: true }), true],
	['a Russian keyboard', keys('ы', 'KeyS'), true],
	['an Arabic keyboard', keys('س', 'KeyS'), true],
	['a Dvorak keyboard, where S is elsewhere', keys('s', 'Semicolon'), true],
	['another letter in the place of S', keys('o', 'KeyS'), false],
	['no Ctrl', keys('s', 'KeyS', { ctrlKey: false }), false],
	['Alt as well', keys('s', 'KeyS', { altKey: true }), false],
	['Shift as well', keys('S', 'KeyS', { shiftKey: true }), false],
])('Ctrl S with %s', (_name, event, expected) => expect(isShortcut(event, 'S')).toBe(expected))
