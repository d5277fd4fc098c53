/** A measurement with its target, as one bar of the chart. */
export type Bar = {
	name: string
	result: string
	target: string
	/** How many times better than the target; below 1 it is missed. Null without a figure to compare. */
	margin: number | null
	met: boolean
}

const CELLS = 5
const NAME_LENGTH_MAX = 46
const TARGET = /(<=|>=|<|>)\s*([\d,.]+)\s?(×|ms|\/s|MB)/
const SCORES = /^(\d+)( \/ \d+)+$/
const MISSED = ' (missed)'

/** The bars of the report's table, missed targets first. Met rows without a figure to compare are left out. */
export function barsOf(report: string): Bar[] {
	const [, , ...rows] = report.split('\n').filter((line) => line.startsWith('|'))
	const bars = rows.flatMap(barOf)
	return [...bars.filter((bar) => !bar.met), ...bars.filter((bar) => bar.met)]
}

function barOf(row: string): Bar[] {
	const cells = row.split('|').map((cell) => cell.trim())
	const [, name = '', result = '', , ratio = '', target = ''] = cells
	if (cells.length !== CELLS + 2) throw new Error(`A row of the benchmarks has no ${CELLS} cells: ${row}`)
	const compared = compareScores(result, target) ?? compareFigures(result, ratio, target)
	const isMarked = target.endsWith(MISSED)
	if (!compared && !isMarked) return []
	const { margin = null, ...shown } = compared ?? { result, target: target.replace(MISSED, '') }
	return [{ name: shorten(name), ...shown, margin, met: !isMarked && (margin ?? 0) >= 1 }]
}

type Compared = Pick<Bar, 'result' | 'target'> & { margin?: number }

function compareFigures(result: string, ratio: string, target: string): Compared | null {
	const [, sign = '', limit = '', unit = ''] = TARGET.exec(target) ?? []
	const [, figure = ''] = new RegExp(`([\\d,.]+)\\s?${unit}`).exec(unit === '×' ? ratio : result) ?? []
	if (!unit || !figure) return null
	const [value, bound] = [numberIn(figure), numberIn(limit)]
	const isUpperLimit = sign.startsWith('<')
	const print = (text: string) => (/^\w/.test(unit) ? `${text} ${unit}` : text + unit)
	return {
		result: print(figure),
		target: `${sign.replace('<=', '≤').replace('>=', '≥')} ${print(limit)}`,
		margin: isUpperLimit ? bound / value : value / bound,
	}
}

/** Compares the lowest of several scores. */
function compareScores(result: string, target: string): Compared | null {
	const [, best = ''] = SCORES.exec(target.replace(MISSED, '')) ?? []
	const [scores = ''] = /^\d+( \/ \d+)+/.exec(result) ?? []
	if (!best || !scores) return null
	const lowest = Math.min(...scores.split(' / ').map(Number))
	return { result: `${lowest}`, target: best, margin: lowest / Number(best) }
}

const numberIn = (text: string): number => Number(text.replaceAll(',', ''))

/** Cuts a long name at its last comma, colon or bracket that leaves it short enough. */
function shorten(name: string): string {
	if (name.length <= NAME_LENGTH_MAX) return name
	const ends = [...name.matchAll(/,| \(|:/g)].map(({ index }) => index)
	return name.slice(0, ends.filter((end) => end <= NAME_LENGTH_MAX).at(-1) ?? NAME_LENGTH_MAX)
}
