import { afterEach, expect, test, vi } from 'vitest'
import { ALL_TAGS, onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { watchClock } from './clock-watch'
import { monitorEventLoop } from './event-loop-monitor'

const stops: (() => void)[] = []
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})

afterEach(() => {
	for (const stop of stops.splice(0)) stop()
	warn.mockClear()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function blockThread(ms: number): void {
	for (const end = performance.now() + ms; performance.now() < end; );
}

test('an event loop delay above the limit is logged', async () => {
	stops.push(monitorEventLoop({ alarmMs: 300, everyMs: 100 }))
	await pause(150)
	warn.mockClear()
	blockThread(400)
	await eventually(() => expect(warn).toHaveBeenCalled())
	const waited = Number(/up to (\d+) ms/.exec(String(warn.mock.calls[0]))?.[1])
	expect(waited).toBeGreaterThanOrEqual(300)
})

test('a delay below the limit is not logged', async () => {
	stops.push(monitorEventLoop({ alarmMs: 60_000, everyMs: 50 }))
	blockThread(100)
	await pause(200)
	expect(warn).not.toHaveBeenCalled()
})

test('a clock step in either direction invalidates all pages', async () => {
	let clockOffset = 0
	const received = vi.fn()
	stops.push(
		onInvalidate(({ immediate }) => immediate.includes(ALL_TAGS) && received()),
		watchClock({ everyMs: 10, time: () => Date.now() + clockOffset }),
	)
	await pause(50)
	clockOffset = -3_600_000
	await eventually(() => expect(received).toHaveBeenCalledOnce())
	clockOffset = 0
	await eventually(() => expect(received).toHaveBeenCalledTimes(2))
	await pause(50)
	expect(received).toHaveBeenCalledTimes(2)
	expect(warn.mock.calls.map(([text]) => /set (\w+) by (\d+)/.exec(text)?.slice(1))).toEqual([
		['back', '3600'],
		['forward', '3600'],
	])
})
