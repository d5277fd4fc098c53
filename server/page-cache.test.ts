import { expect, test, vi } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { ALL_TAGS } from '@/lib/invalidation'
import { cacheKey } from './cache-key'
import { MAX_STALENESS_MS, PageCache } from './page-cache'
import { plainPage } from './page-cache.fixture'

const A = cacheKey({ url: 'a' })

const soon = (...tags: string[]) => ({ immediate: [], deferred: tags })
const now = (...tags: string[]) => ({ immediate: tags, deferred: [] })

/** A page cache over counters by tag: page `a` shows the counters of its tags `a` and `all`. */
function setUp({ bytesMax: cacheBytes = 10_000 } = {}) {
	const state = new Map<string, number>()
	let time = 0
	let renders = 0
	const show = (key: string) => `${key} ${state.get(key) ?? 0} ${state.get('all') ?? 0}`
	const cache = new PageCache({
		cacheBytes,
		clock: () => time,
		render: async ({ url }) => {
			renders += 1
			const html = show(url)
			await new Promise(setImmediate)
			return {
				page: plainPage(html),
				tags: [url, 'all'],
				validUntil: Number.POSITIVE_INFINITY,
				lastPage: 1,
			}
		},
	})
	const write = (tag: string) => state.set(tag, (state.get(tag) ?? 0) + 1)
	return {
		cache,
		show,
		write,
		read: async (key: string) => (await cache.getOrRender(cacheKey({ url: key }))).page.html,
		pass: (ms: number) => {
			time += ms
		},
		renders: () => renders,
	}
}

test('simultaneous requests for one key share a render', async () => {
	const { cache, renders } = setUp()
	const shown = await Promise.all(Array.from({ length: 5_000 }, () => cache.getOrRender(A)))
	expect(renders()).toBe(1)
	expect(new Set(shown).size).toBe(1)
	cache.invalidate(now('a'))
	await Promise.all(Array.from({ length: 5_000 }, () => cache.getOrRender(A)))
	expect(renders()).toBe(2)
})

test('a write during a render is in its responses', async () => {
	const { cache, write, show } = setUp()
	const early = cache.getOrRender(A)
	write('a')
	cache.invalidate(now('a'))
	const late = cache.getOrRender(A)
	expect((await late).page.html).toBe(show('a'))
	expect((await early).page.html).toBe(show('a'))
})

test('constant tally changes cost one render a second and stay that fresh', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
	const { cache, write, pass, renders, read, show } = setUp()
	await read('a')
	const history: string[] = []
	for (let ms = 0; ms < 10_000; ms += 10) {
		write('a')
		history.push(show('a'))
		cache.invalidate(soon('a'))
		pass(10)
		await vi.advanceTimersByTimeAsync(10)
		const shown = await read('a')
		expect(history.length - 1 - history.lastIndexOf(shown)).toBeLessThanOrEqual(MAX_STALENESS_MS / 10)
	}
	expect(renders()).toBeLessThanOrEqual(12)
	vi.useRealTimers()
})

test('a stale page without requests is not rendered again', async () => {
	const { cache, read, renders, pass, write, show } = setUp()
	await read('a')
	for (let round = 0; round < 50; round += 1) {
		write('a')
		cache.invalidate(soon('a'))
		pass(2_000)
	}
	expect(renders()).toBe(1)
	expect(await read('a')).toBe(show('a'))
})

test('pendingRender returns null for a key without an entry', async () => {
	const { cache, pass, read, write, show } = setUp()
	expect(cache.pendingRender('a')).toBeNull()
	await read('a')
	write('a')
	cache.invalidate(soon('a'))
	pass(MAX_STALENESS_MS)
	expect(cache.getFresh('a')).toBeUndefined()
	expect((await cache.pendingRender('a'))?.page.html).toBe(show('a'))
	cache.invalidate(now('a'))
	expect(cache.pendingRender('a')).toBeNull()
})

test('every render of a page receives its whole key', async () => {
	const key = cacheKey({ url: 'a', ad: 'closed', appearance: 'dark' })
	const received: unknown[] = []
	let time = 0
	const cache = new PageCache({
		cacheBytes: 1_000,
		clock: () => time,
		render: async (each) => {
			received.push(each)
			return { page: plainPage('a'), tags: ['a'], validUntil: Number.POSITIVE_INFINITY, lastPage: 1 }
		},
	})
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
	await cache.getOrRender(key)
	cache.invalidate(soon('a'))
	expect(cache.getFresh(key.id)).toBeDefined()
	await vi.runAllTimersAsync()
	vi.useRealTimers()
	cache.invalidate(soon('a'))
	time = MAX_STALENESS_MS
	await cache.pendingRender(key.id)
	expect(received).toEqual([key, key, key])
})

test('a render error reaches all waiting requests and is not cached', async () => {
	let fails = true
	const cache = new PageCache({
		cacheBytes: 1_000,
		render: async () => {
			if (fails) throw new Error('render failed')
			return { page: plainPage('a'), tags: ['a'], validUntil: Number.POSITIVE_INFINITY, lastPage: 1 }
		},
	})
	await expect(Promise.all([cache.getOrRender(A), cache.getOrRender(A)])).rejects.toThrow('render failed')
	fails = false
	expect((await cache.getOrRender(A)).page.html).toBe('a')
})

test('the cache is bounded, and evicted pages leave no tags', async () => {
	const { cache, read, renders, write, show } = setUp({ bytesMax: 1_000 })
	for (let number = 0; number < 100; number += 1) await read(`page ${number}`)
	expect(cache.size).toBeLessThan(10)
	expect(renders()).toBe(100)
	write('all')
	cache.invalidate(now('all'))
	expect(cache.size).toBe(0)
	expect(await read('page 99')).toBe(show('page 99'))
	cache.invalidate({ immediate: [ALL_TAGS], deferred: [] })
	expect(cache.size).toBe(0)
})

test('a page expires at its validUntil time', async () => {
	let time = 0
	let made = 0
	const cache = new PageCache({
		cacheBytes: 1_000,
		clock: () => time,
		time: () => time,
		render: async () => ({
			page: plainPage(`${++made}`),
			tags: [],
			validUntil: time + 500,
			lastPage: 1,
		}),
	})
	await cache.getOrRender(A)
	time = 499
	expect((await cache.getOrRender(A)).page.html).toBe('1')
	time = 500
	expect((await cache.getOrRender(A)).page.html).toBe('2')
})

test('no read is older than its tags allow, for any sequence', async () => {
	const key = fc.constantFrom('a', 'b', 'c')
	const tag = fc.constantFrom('a', 'b', 'c', 'all')
	const step = fc.oneof(
		fc.record({ kind: fc.constant('read' as const), key }),
		fc.record({ kind: fc.constant('now' as const), key: tag }),
		fc.record({ kind: fc.constant('soon' as const), key: tag }),
		fc.record({ kind: fc.constant('pass' as const), key: tag, ms: fc.integer({ min: 1, max: 1_500 }) }),
	)
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
			const { cache, write, pass, read, show } = setUp()
			const shownSince = new Map<string, { at: number; html: string }[]>()
			let clock = 0
			const record = (atOnce: boolean) => {
				for (const each of ['a', 'b', 'c']) {
					const before = atOnce ? [] : (shownSince.get(each) ?? [])
					const current = { at: clock, html: show(each) }
					if (before.at(-1)?.html !== current.html || atOnce) shownSince.set(each, [...before, current])
				}
			}
			record(true)
			for (const each of steps) {
				if (each.kind === 'pass') {
					clock += each.ms
					pass(each.ms)
				} else if (each.kind === 'read') {
					const html = await read(each.key)
					const states = shownSince.get(each.key) ?? []
					// A state is allowed until `MAX_STALENESS_MS` after its successor.
					const allowed = states.filter(
						(_, index) => clock - (states[index + 1]?.at ?? clock) < MAX_STALENESS_MS,
					)
					expect(allowed.map((state) => state.html)).toContain(html)
				} else {
					write(each.key)
					if (each.kind === 'soon') record(false)
					else
						for (const page of ['a', 'b', 'c'])
							if (each.key === page || each.key === 'all') {
								shownSince.set(page, [{ at: clock, html: show(page) }])
							}
					cache.invalidate(each.kind === 'now' ? now(each.key) : soon(each.key))
				}
			}
		}),
		{ numRuns: 300 },
	)
})
