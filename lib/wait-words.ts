const MINUTE = 60

/** A duration rounded up, in the unit that people would name. */
export function roundedWait(seconds: number): { count: number; unit: 'seconds' | 'minutes' | 'hours' } {
	if (seconds < 90) return { count: seconds < 10 ? seconds : Math.ceil(seconds / 10) * 10, unit: 'seconds' }
	if (seconds < 90 * MINUTE) return { count: Math.ceil(seconds / MINUTE), unit: 'minutes' }
	return { count: Math.ceil(seconds / 60 / MINUTE), unit: 'hours' }
}

/** A duration in English words, for the desk; texts use it with the number of their `Retry-After` header. */
export function waitWords(seconds: number): string {
	const { count, unit } = roundedWait(seconds)
	return count === 1 ? `1 ${unit.slice(0, -1)}` : `${count} ${unit}`
}
