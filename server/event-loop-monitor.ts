import { monitorEventLoopDelay } from 'node:perf_hooks'

/** A page that comes a quarter of a second late is felt as slow; a garbage collection is over sooner. */
const DELAY_ALARM_MS = 250
/** How often the longest delay is looked at, and so how often it is logged at most. */
const CHECK_EVERY_MS = 10_000
/** Costs nothing that can be measured, and misses no delay that is felt. */
const RESOLUTION_MS = 20

type Options = { alarmMs?: number; everyMs?: number }

/** Measures how long the event loop of this thread is held up, and logs when that is too long. */
export function monitorEventLoop({
	alarmMs = DELAY_ALARM_MS,
	everyMs = CHECK_EVERY_MS,
}: Options = {}): () => void {
	const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
	delays.enable()
	const timer = setInterval(() => {
		const longest = Math.round(delays.max / 1e6)
		delays.reset()
		if (longest < alarmMs) return
		console.warn(
			`Requests waited for up to ${longest} ms in the last ${everyMs / 1000} s: one task held up the thread that ` +
				'serves them, or the machine had no processor time for it.',
		)
	}, everyMs).unref()
	return () => {
		clearInterval(timer)
		delays.disable()
	}
}
