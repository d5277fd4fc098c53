import { vi } from 'vitest'

/** A quadratic reader is far above this at the sizes tried; below it the measure is mostly of the compiler. */
const FLOOR_MICROSECONDS = 8_000
const RUNS = 3

/**
 * How many times more processor time `run` takes for four times the input: 4 when it is linear, 16 when it is
 * quadratic. The best of a few runs counts, since others use the machine meanwhile.
 */
export function growth(run: (size: number) => void, size: number): number {
	let least = Number.POSITIVE_INFINITY
	for (let runs = 0; runs < RUNS && least > GROWTH_MAX; runs += 1) {
		const large = processorTime(() => run(4 * size))
		const small = large < FLOOR_MICROSECONDS * GROWTH_MAX ? 0 : processorTime(() => run(size))
		least = Math.min(least, large / Math.max(FLOOR_MICROSECONDS, small))
	}
	return least
}

/** Between linear and quadratic, with room for the collector of garbage. */
export const GROWTH_MAX = 9

function processorTime(work: () => void): number {
	const before = process.cpuUsage()
	work()
	const { user, system } = process.cpuUsage(before)
	return user + system
}

/** Far more than anything takes on a busy machine, and less than a test may take. */
const EVENTUALLY_MS = 20_000

/** Waits until the expectations hold; `vi.waitFor` gives up after a second, which a busy machine exceeds. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
	vi.waitFor(check, { timeout: EVENTUALLY_MS, interval: 10 })
