import { ALL_TAGS, invalidate } from '@/lib/invalidation'

/** Minimum size of a step; time synchronization slews the clock for smaller corrections. */
const STEP_MS = 2_000
const CHECK_EVERY_MS = 1_000

type Options = { everyMs?: number; time?: () => number }

/**
 * Detects steps of the wall clock and purges page cache and proxies: their pages may show stories before their
 * time or lack published ones. @returns a function that stops the watch
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
