import { expect, test } from 'vitest'
import { ALL_TAGS, type Confirmation } from '@/lib/invalidation'
import { cacheKey } from './cache-key'
import { KEPT_UNREACHABLE_MS, PageCache } from './page-cache'
import { plainPage } from './page-cache.fixture'

const A = cacheKey({ url: 'a' })

/** A page cache over a number that other processes change, on a database that may fail. */
function setUp() {
	const state = { time: 1, number: 0, fails: false, renders: 0 }
	const cache = new PageCache({
		cacheBytes: 10_000,
		clock: () => state.time,
		isUnavailable: (error) => (error as Error).message === 'unavailable',
		render: async () => {
			state.renders += 1
			if (state.fails) throw new Error('unavailable')
			const page = plainPage(String(state.number))
			return { page, tags: ['a'], validUntil: Number.POSITIVE_INFINITY, lastPage: 1 }
		},
	})
	const declare = (confirmation: Confirmation, ...immediate: string[]) =>
		cache.invalidate({ immediate, deferred: [], confirmation })
	const read = async () => (await cache.getOrRender(A)).page.html
	return { state, cache, declare, read }
}

test('pages live a second while changes of others may be missing', async () => {
	const { state, declare, read } = setUp()
	await read()
	for (let second = 1; second <= 3; second += 1) {
		state.time += 1_000
		state.number += 1
		declare('unconfirmed')
		state.time += 1
		expect(await read()).toBe(String(second))
		expect(await read()).toBe(String(second))
	}
	expect(state.renders).toBe(4)
})

test('pages are fresh again once all changes are declared', async () => {
	const { state, declare, read, cache } = setUp()
	await read()
	declare('unconfirmed')
	declare('confirmed')
	expect(await read()).toBe('0')
	expect(state.renders).toBe(1)
	state.number = 7
	declare('unconfirmed')
	declare('confirmed', ALL_TAGS)
	expect(cache.size).toBe(0)
	expect(await read()).toBe('7')
})

test('the last page is sent at once while the database is unreachable', async () => {
	const { state, declare, read } = setUp()
	await read()
	state.fails = true
	declare('unreachable')
	expect(await read()).toBe('0')
	expect(state.renders).toBe(1)
	state.time += KEPT_UNREACHABLE_MS
	declare('unreachable')
	await expect(read()).rejects.toThrow('unavailable')
})

test('the last page is sent if its render fails before a declaration', async () => {
	const { state, declare, read, cache } = setUp()
	await read()
	state.fails = true
	declare('unconfirmed')
	expect(await read()).toBe('0')
	expect(state.renders).toBe(2)
	cache.invalidate({ immediate: ['a'], deferred: [] })
	await expect(read()).rejects.toThrow('unavailable')
})

test('without doubt an unavailable database is an error', async () => {
	const { state, read, cache } = setUp()
	await read()
	state.fails = true
	cache.invalidate({ immediate: ['a'], deferred: [] })
	await expect(read()).rejects.toThrow('unavailable')
})

test('an old tally is sent if the database fails undeclared', async () => {
	const { state, read, cache } = setUp()
	await read()
	state.fails = true
	cache.invalidate({ immediate: [], deferred: ['a'] })
	state.time += 5_000
	expect(await read()).toBe('0')
})

test('a render that failed before the database answered again is repeated', async () => {
	const { state, declare, read, cache } = setUp()
	await read()
	state.fails = true
	declare('unconfirmed')
	const reading = read()
	declare('confirmed', ALL_TAGS)
	state.fails = false
	expect(await reading).toBe('0')
	expect([cache.size, state.renders]).toEqual([1, 3])
})
