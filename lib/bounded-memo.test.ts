import { expect, test } from 'vitest'
import { boundedMemo } from './bounded-memo'

test('boundedMemo computes each value once, and is emptied beyond its limit', () => {
	const made: string[] = []
	const memo = boundedMemo<string>(2)
	const read = (key: string) =>
		memo(key, () => {
			made.push(key)
			return `value of ${key}`
		})
	expect(['a', 'b', 'a', 'b'].map(read)).toEqual(['value of a', 'value of b', 'value of a', 'value of b'])
	expect(made).toEqual(['a', 'b'])
	for (const key of ['c', 'a', 'c']) read(key)
	expect(made).toEqual(['a', 'b', 'c', 'a'])
})
