import { ALL_TAGS, invalidate } from '@/lib/invalidation'

/** Time servers correct less than this by and by; more is a step. */
const STEP_MS = 2_000
const CHECK_EVERY_MS = 1_000

type Options = { everyMs?: number; time?: () => number }

/**
 * Notices when the wall clock is set, and then has every page made anew here and in the proxies: what they keep may
 * show what is not due, or not show what is.
 */
export function watchClock({ everyMs = CHECK_EVERY_MS, time = Date.now }: Options = {}): () => void {
	const offset = () => time() - performance.now()
	let knownOffset = offset()
	const timer = setInterval(() => {
		const currentOffset = offset()
		const step = currentOffset - knownOffset
		knownOffset = currentOffset
		if (Math.abs(step) < STEP_MS) return
		const seconds = Math.round(Math.abs(step) / 1000)
		console.warn(
			`System clock set ${step < 0 ? 'back' : 'forward'} by ${seconds} s; page cache and proxies are purged.`,
		)
		invalidate({ immediate: [ALL_TAGS], deferred: [] })
	}, everyMs).unref()
	return () => clearInterval(timer)
}
