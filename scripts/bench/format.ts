/** Quantile of the values; the median by default. NaN without values. */
export function quantile(values: readonly number[], share = 0.5): number {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Formats a number with two or three significant digits; `–` if it is not finite. */
export function figure(value: number): string {
	if (!Number.isFinite(value)) return '–'
	if (value >= 100) return Math.round(value).toLocaleString('en')
	return value.toPrecision(value >= 10 ? 3 : 2)
}

/** One row of the report; texts are empty where a column does not apply. */
export type Result = {
	measurement: string
	result: string
	baseline: string
	/** Result to baseline. */
	ratio: string
	target: string
	/** Whether the target is met; null without a target. */
	met: boolean | null
}

export const ratio = (value: number, baseline: number): string => `${figure(value / baseline)}×`
