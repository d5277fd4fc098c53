import { expect, test } from 'vitest'
import { editDistance } from './edit-distance'

test.each([
	['harbour', 'harbour', 0],
	['harbour', 'harbor', 1],
	['harbour', 'harbuor', 1],
	['harbour', 'jarbour', 1],
	['ab', 'ba', 1],
	['harbour', 'hrabuor', 2],
	['kitten', 'sitting', 3],
	['a', 'abcdef', 3],
])('%s and %s differ by %i', (one, other, distance) => {
	expect(editDistance(one, other, 2)).toBe(distance)
})
