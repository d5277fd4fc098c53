import { expect, test } from 'vitest'
import { filesNotKept, firstOf, groupValues } from './form-values'

test('groupValues keeps every value of a repeated field in order', () => {
	const fields = [
		['bylines', 'mara-ellison'],
		['headline', 'Rain'],
		['bylines', 'tom-okafor'],
		['bylines', 'ida-marsh'],
	] as const
	const values = groupValues(fields)
	expect(values).toEqual({ bylines: ['mara-ellison', 'tom-okafor', 'ida-marsh'], headline: ['Rain'] })
	expect([firstOf(values, 'bylines'), firstOf(values, 'tags')]).toEqual(['mara-ellison', ''])
})

test('groupValues keeps fields named like members of Object', () => {
	const names = ['constructor', '__proto__', 'toString']
	expect(Object.entries(groupValues(names.map((name) => [name, 'x'])))).toEqual(
		names.map((name) => [name, ['x']]),
	)
})

test('filesNotKept names the files to choose again', () => {
	expect(filesNotKept([])).toBeNull()
	expect(filesNotKept(['quay.jpg'])).toContain('choose again: quay.jpg.')
})
