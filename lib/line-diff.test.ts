import { expect, it } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { lineDiff } from './line-diff'

const signs = { same: ' ', removed: '-', added: '+' }
const shown = (before: string, after: string) =>
	lineDiff(before, after).map(({ text, change }) => signs[change] + text)

it('lists removed lines before added lines', () => {
	expect(shown('one\ntwo\nthree', 'one\n2\nthree')).toEqual([' one', '-two', '+2', ' three'])
	expect(shown('one', 'one\ntwo')).toEqual([' one', '+two'])
	expect(shown('same', 'same')).toEqual([' same'])
})

it('contains every line of both texts', () => {
	const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1 }).map((lines) => lines.join('\n'))
	fc.assert(
		fc.property(text, text, (before, after) => {
			const lines = lineDiff(before, after)
			const without = (change: string) =>
				lines.filter((line) => line.change !== change).map((line) => line.text)
			expect(without('added').join('\n')).toBe(before)
			expect(without('removed').join('\n')).toBe(after)
		}),
	)
})
