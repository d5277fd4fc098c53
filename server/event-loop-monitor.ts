import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Delays of 250 ms are perceptible; garbage collections are shorter. */
const DELAY_ALARM_MS = 250
/** Interval of the check, and the minimum interval of log lines. */
const CHECK_EVERY_MS = 10_000
/** Sampling interval: without measurable cost, and finer than perceptible delays. */
const RESOLUTION_MS = 20

type Options = { alarmMs?: number; everyMs?: number }

/** Logs event loop delays of this thread above `alarmMs`. @returns a function that stops the monitor */
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
			`Event loop delayed by up to ${longest} ms in the last ${everyMs / 1000} s: a long task blocked the serving ` +
				'thread, or the machine had no processor time for it.',
		)
	}, everyMs).unref()
	return () => {
		clearInterval(timer)
		delays.disable()
	}
}
