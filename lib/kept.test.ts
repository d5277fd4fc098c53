import { expect, test } from 'vitest'
import { announce, EVERYTHING } from './changes'
import { newExchange, withExchange } from './exchange'
import { kept } from './kept'

test('is read once until its tag changes, and every user depends on it', async () => {
	let reads = 0
	const number = kept('article:1', async () => ++reads)
	const page = newExchange('a page')
	expect(await withExchange(page, number)).toBe(1)
	expect(await number()).toBe(1)
	expect([...page.dependencies]).toEqual(['article:1'])
	announce({ now: ['lists'], soon: [] })
	expect(await number()).toBe(1)
	announce({ now: ['article:1'], soon: [] })
	expect(await number()).toBe(2)
	announce({ now: [EVERYTHING], soon: [] })
	expect(await number()).toBe(3)
})

test('a read that fails is tried again', async () => {
	let reads = 0
	const flaky = kept('article:2', async () => {
		reads += 1
		if (reads === 1) throw new Error('not now')
		return reads
	})
	await expect(flaky()).rejects.toThrow('not now')
	expect(await flaky()).toBe(2)
})
