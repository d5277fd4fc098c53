/**
 * Whole percentages that total 100, by the largest remainder method: shares are rounded down, and the remaining
 * points go to the largest remainders, earlier entries first among equals. All zero for a total of 0.
 */
export function percentages(counts: readonly number[]): number[] {
	const total = counts.reduce((sum, count) => sum + count, 0)
	if (total === 0) return counts.map(() => 0)
	const shares = counts.map((count, index) => ({
		index,
		floor: Math.floor((count * 100) / total),
		rest: (count * 100) % total,
	}))
	const missing = 100 - shares.reduce((sum, share) => sum + share.floor, 0)
	const lifted = new Set(
		[...shares]
			.sort((a, b) => b.rest - a.rest || a.index - b.index)
			.slice(0, missing)
			.map((share) => share.index),
	)
	return shares.map((share) => share.floor + (lifted.has(share.index) ? 1 : 0))
}
