import { afterEach, expect, test, vi } from 'vitest'
import { ALL_TAGS, onInvalidate } from '@/lib/invalidation'
import { eventually } from '@/lib/testing'
import { watchClock } from './clock-watch'
import { monitorEventLoop } from './event-loop-monitor'

const ends: (() => void)[] = []
const said = vi.spyOn(console, 'warn').mockImplementation(() => {})

afterEach(() => {
	for (const end of ends.splice(0)) end()
	said.mockClear()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function holdThread(ms: number): void {
	for (const end = performance.now() + ms; performance.now() < end; );
}

test('a task that holds up the thread is logged, with how long it did', async () => {
	ends.push(monitorEventLoop({ alarmMs: 300, everyMs: 100 }))
	await pause(150)
	said.mockClear()
	holdThread(400)
	await eventually(() => expect(said).toHaveBeenCalled())
	const waited = Number(/up to (\d+) ms/.exec(String(said.mock.calls[0]))?.[1])
	expect(waited).toBeGreaterThanOrEqual(300)
})

test('a delay below the bound is not logged', async () => {
	ends.push(monitorEventLoop({ alarmMs: 60_000, everyMs: 50 }))
	holdThread(100)
	await pause(200)
	expect(said).not.toHaveBeenCalled()
})

test('a clock that is set has every page made anew, in either direction', async () => {
	let set = 0
	const received = vi.fn()
	ends.push(
		onInvalidate(({ immediate }) => immediate.includes(ALL_TAGS) && received()),
		watchClock({ everyMs: 10, time: () => Date.now() + set }),
	)
	await pause(50)
	set = -3_600_000
	await eventually(() => expect(received).toHaveBeenCalledOnce())
	set = 0
	await eventually(() => expect(received).toHaveBeenCalledTimes(2))
	await pause(50)
	expect(received).toHaveBeenCalledTimes(2)
	expect(said.mock.calls.map(([text]) => /set (\w+) by (\d+)/.exec(text)?.slice(1))).toEqual([
		['back', '3600'],
		['forward', '3600'],
	])
})
