/** The value below which `share` of all lie; the median by default. */
export function quantile(values: readonly number[], share = 0.5): number {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** A figure for people: three digits that mean something. */
export function figure(value: number): string {
	if (!Number.isFinite(value)) return '–'
	if (value >= 100) return Math.round(value).toLocaleString('en')
	return value.toPrecision(value >= 10 ? 3 : 2)
}

/** One line of the report. */
export type Result = { work: string; result: string; against: string; ratio: string; target: string }

export const ratio = (ours: number, theirs: number): string => `${figure(ours / theirs)}×`
