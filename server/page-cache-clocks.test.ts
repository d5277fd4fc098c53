import { expect, test } from 'vitest'
import { cacheKey } from './cache-key'
import { MAX_STALENESS_MS, PageCache } from './page-cache'
import { plainPage } from './page-cache.fixture'

const A = cacheKey({ url: 'a' })

/** A cache with one page, which shows a story from the wall-clock time `due` on and expires then. */
function scheduled({ due }: { due: number }) {
	const clocks = { clock: 0, time: 1_000_000 }
	const cache = new PageCache({
		cacheBytes: 10_000,
		clock: () => clocks.clock,
		time: () => clocks.time,
		render: async () => {
			const isDue = clocks.time >= due
			return {
				page: plainPage(isDue ? 'shown' : 'hidden'),
				tags: ['a'],
				validUntil: isDue ? Number.POSITIVE_INFINITY : due,
				lastPage: 1,
			}
		},
	})
	const pass = (ms: number) => {
		clocks.clock += ms
		clocks.time += ms
	}
	return { cache, clocks, pass, read: async () => (await cache.getOrRender(A)).page.html }
}

const HOUR = 3_600_000

test('a page rendered with a fast clock expires at its correction', async () => {
	const { clocks, read, pass, cache } = scheduled({ due: 1_000_000 + HOUR })
	clocks.time += HOUR + 60_000
	expect(await read()).toBe('shown')
	clocks.time -= HOUR + 60_000
	expect(cache.getFresh('a')).toBeUndefined()
	expect(await read()).toBe('hidden')
	pass(HOUR - 1)
	expect(await read()).toBe('hidden')
	pass(1)
	expect(await read()).toBe('shown')
})

test('a page expires on time after clock steps in either direction', async () => {
	const { clocks, read, pass, cache } = scheduled({ due: 1_000_000 + HOUR })
	expect(await read()).toBe('hidden')
	clocks.time += HOUR
	expect(await read()).toBe('shown')
	clocks.time -= HOUR
	expect(await read()).toBe('hidden')
	clocks.time += 5_000
	pass(HOUR - 5_000)
	expect(await read()).toBe('shown')
	expect(cache.size).toBe(1)
})

test('tallies stay within their maximum age after a clock step back', async () => {
	let time = 10 * HOUR
	let clock = 0
	let made = 0
	const cache = new PageCache({
		cacheBytes: 10_000,
		clock: () => clock,
		time: () => time,
		render: async () => ({
			page: plainPage(`${++made}`),
			tags: ['a'],
			validUntil: Number.POSITIVE_INFINITY,
			lastPage: 1,
		}),
	})
	await cache.getOrRender(A)
	time += 1
	cache.invalidate({ immediate: [], deferred: ['a'] })
	time += HOUR
	clock += MAX_STALENESS_MS
	time -= HOUR
	expect((await cache.getOrRender(A)).page.html).toBe('2')
})
