import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MAX_STALENESS_MS } from './page-cache'
import { ProxyPurger, PURGE_INTERVAL_MS } from './proxy-purge'

let proxy: Server
let purger: ProxyPurger
/** Virtual time in ms. */
let now = 0
let purged: { tag: string; at: number }[] = []

beforeEach(async () => {
	now = 0
	purged = []
	proxy = createServer((request, response) => {
		for (const tag of String(request.headers['surrogate-key']).split(' ')) purged.push({ tag, at: now })
		response.end()
	})
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
	purger = new ProxyPurger([`http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`])
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
	purger.close()
	vi.useRealTimers()
	proxy.close()
})

/** Advances the timers, and waits until the proxy has received the requests that were due. */
async function pass(ms: number): Promise<void> {
	const before = purged.length
	const due = vi.getTimerCount()
	vi.advanceTimersByTime(ms)
	now += ms
	if (vi.getTimerCount() === due) return
	await vi.waitFor(() => expect(purged.length).toBeGreaterThan(before), { interval: 1 })
}

test('each tally change is purged after pages may show the old tally', async () => {
	const changes = [0, 40, 490, 510, 990, 1_000, 1_730]
	for (let at = 0; at <= 4_000; at += 10) {
		if (changes.includes(at)) purger.invalidate({ immediate: [], deferred: [`moods:${at}`, 'moods:hot'] })
		await pass(10)
	}
	for (const changedAt of changes)
		for (const tag of [`moods:${changedAt}`, 'moods:hot'])
			expect(
				purged.filter(
					(each) =>
						each.tag === tag &&
						each.at >= changedAt + MAX_STALENESS_MS &&
						each.at <= changedAt + MAX_STALENESS_MS + PURGE_INTERVAL_MS + 10,
				),
				`${tag} changed at ${changedAt}: ${JSON.stringify(purged)}`,
			).not.toEqual([])
})

test('a tally that changes constantly is purged once an interval', async () => {
	for (let at = 0; at < 5_000; at += 50) {
		purger.invalidate({ immediate: [], deferred: ['moods:1'] })
		await pass(50)
	}
	expect(purged.length).toBeGreaterThan(5)
	expect(purged.length).toBeLessThanOrEqual(5_000 / PURGE_INTERVAL_MS)
})
