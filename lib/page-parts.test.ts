import { expect, test } from 'vitest'
import { shellAddress, slotAt } from './page-parts'

test('a shell is shared by the addresses that differ in parameters of parts', () => {
	for (const url of ['/news/a', '/news/a?reply=7', '/news/a?reply=7&comment=8'])
		expect(shellAddress(url)).toBe('/news/a')
	expect(shellAddress('/news/a?page=2&comment=8')).toBe('/news/a?page=2')
})

test('a part receives the parameters that are its props', () => {
	const slot = { name: 'comments', props: { slug: 'a', page: 2, comment: null } }
	expect(slotAt('/news/a?page=2&comment=8&reply=7', slot).props).toEqual({ slug: 'a', page: 2, comment: 8 })
	expect(slotAt('/news/a?slug=b', slot)).toEqual(slot)
	expect(slotAt('/news/a?comment=8', { name: 'ad', props: undefined }).props).toBeUndefined()
})
