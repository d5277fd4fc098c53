/** Below this the measure is mostly of the clock and of code that is not compiled yet. */
const FLOOR_MICROSECONDS = 3_000
const RUNS = 3

/**
 * How many times more processor time `run` takes for four times the input: 4 when it is linear, 16 when it is
 * quadratic. The best of a few runs counts, since others use the machine meanwhile.
 */
export function growth(run: (size: number) => void, size: number): number {
	run(size)
	return best(run, 4 * size) / Math.max(FLOOR_MICROSECONDS, best(run, size))
}

/** Between linear and quadratic, with room for the collector of garbage. */
export const GROWTH_MAX = 9

function best(run: (size: number) => void, size: number): number {
	const times = Array.from({ length: RUNS }, () => {
		const before = process.cpuUsage()
		run(size)
		const { user, system } = process.cpuUsage(before)
		return user + system
	})
	return Math.min(...times)
}
