/**
 * Optimal string alignment distance of two words: insertions, deletions, substitutions and swaps of neighbours. Above
 * `max` any number above it is returned.
 */
export function editDistance(one: string, other: string, max: number): number {
	const a = Array.from(one)
	const b = Array.from(other)
	if (Math.abs(a.length - b.length) > max) return max + 1
	let before: number[] = []
	let last = b.map((_, index) => index)
	last.push(b.length)
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i]
		for (let j = 1; j <= b.length; j += 1) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1
			const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
			row.push(
				Math.min(
					at(last, j) + 1,
					at(row, j - 1) + 1,
					at(last, j - 1) + change,
					swaps ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
				),
			)
		}
		if (Math.min(...row) > max) return max + 1
		before = last
		last = row
	}
	return at(last, b.length)
}

const at = (row: number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY
