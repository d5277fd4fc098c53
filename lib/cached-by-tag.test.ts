import { expect, test } from 'vitest'
import { cachedByTag } from './cached-by-tag'
import { ALL_TAGS, invalidate } from './invalidation'
import { newRequestContext, runInContext } from './request-context'

test('a read is memoized until its tag is invalidated', async () => {
	let reads = 0
	const number = cachedByTag('article:1', async () => ++reads)
	const page = newRequestContext('a page')
	expect(await runInContext(page, number)).toBe(1)
	expect(await number()).toBe(1)
	expect([...page.dependencies]).toEqual(['article:1'])
	invalidate({ immediate: ['lists'], deferred: [] })
	expect(await number()).toBe(1)
	invalidate({ immediate: ['article:1'], deferred: [] })
	expect(await number()).toBe(2)
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	expect(await number()).toBe(3)
})

test('a failed read is retried', async () => {
	let reads = 0
	const flaky = cachedByTag('article:2', async () => {
		reads += 1
		if (reads === 1) throw new Error('not now')
		return reads
	})
	await expect(flaky()).rejects.toThrow('not now')
	expect(await flaky()).toBe(2)
})
