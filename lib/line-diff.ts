export type DiffLine = { text: string; change: 'same' | 'removed' | 'added' }

/**
 * Table size limit: these cells take 40 ms of the thread that serves all pages. Beyond it the differing lines are
 * shown as replaced as a whole.
 */
const CELLS_MAX = 1_000_000

/** Line diff of two texts: the lines of both in order, common lines once. */
export function lineDiff(before: string, after: string): DiffLine[] {
	const [a, b] = [before.split('\n'), after.split('\n')]
	const start = commonLength(a, b)
	const end = commonLength(a.slice(start).reverse(), b.slice(start).reverse())
	const same = (lines: string[]): DiffLine[] => lines.map((text) => ({ text, change: 'same' }))
	return [
		...same(a.slice(0, start)),
		...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
		...same(a.slice(a.length - end)),
	]
}

function commonLength(a: string[], b: string[]): number {
	const first = a.findIndex((line, index) => line !== b[index])
	return first < 0 ? a.length : first
}

/** Diff by longest common subsequence, of the lines between the common start and end. */
function middle(a: string[], b: string[]): DiffLine[] {
	const lengths = a.length * b.length > CELLS_MAX ? null : commonLengths(a, b)
	const lines: DiffLine[] = []
	let [i, j] = [0, 0]
	while (i < a.length || j < b.length) {
		const [left, right] = [a[i], b[j]]
		if (left !== undefined && left === right) {
			lines.push({ text: left, change: 'same' })
			i += 1
			j += 1
		} else if (left !== undefined && (!lengths || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
			lines.push({ text: left, change: 'removed' })
			i += 1
		} else {
			lines.push({ text: right ?? '', change: 'added' })
			j += 1
		}
	}
	return lines
}

function commonLengths(a: string[], b: string[]): Uint16Array[] {
	const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
	for (let i = a.length - 1; i >= 0; i -= 1)
		for (let j = b.length - 1; j >= 0; j -= 1)
			(rows[i] as Uint16Array)[j] =
				a[i] === b[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1))
	return rows
}

const at = (rows: Uint16Array[], i: number, j: number): number => rows[i]?.[j] ?? 0
