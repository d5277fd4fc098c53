import { vi } from 'vitest'

/** Least time measured: quadratic code is far above it at the sizes used; shorter times are mostly compilation. */
const FLOOR_MICROSECONDS = 8_000
const RUNS = 3

/**
 * Growth of the processor time of `run` for four times the input: 4 if linear, 16 if quadratic. The minimum of
 * a few runs, because other processes use the machine.
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

/** Limit between linear (4) and quadratic (16), with a margin for garbage collection. */
export const GROWTH_MAX = 9

function processorTime(work: () => void): number {
	const before = process.cpuUsage()
	work()
	const { user, system } = process.cpuUsage(before)
	return user + system
}

/** Timeout above any delay on a busy machine, and below a test's own timeout. */
const EVENTUALLY_MS = 20_000

/**
 * Retries `check` until it passes; the default timeout of `vi.waitFor`, one second, is too short on a busy
 * machine.
 */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
	vi.waitFor(check, { timeout: EVENTUALLY_MS, interval: 10 })
