import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { percentages } from './percent'

test('an empty count gives 0 % each, not NaN', () => {
	expect(percentages([0, 0, 0, 0, 0, 0])).toEqual([0, 0, 0, 0, 0, 0])
})

test('equal remainders go to earlier entries', () => {
	expect(percentages([1, 1, 1])).toEqual([34, 33, 33])
	expect(percentages([2, 1, 0])).toEqual([67, 33, 0])
})

test('percentages total 100 and are within one point of the share', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), (counts) => {
			const total = counts.reduce((sum, count) => sum + count, 0)
			fc.pre(total > 0)
			const result = percentages(counts)
			expect(result.reduce((sum, value) => sum + value, 0)).toBe(100)
			counts.forEach((count, index) => {
				expect(Math.abs((result[index] ?? 0) - (count * 100) / total)).toBeLessThan(1)
			})
		}),
	)
})
