const MINUTE = 60

/** A duration in words, rounded up; texts use it with the number of their `Retry-After` header. */
export function waitWords(seconds: number): string {
	if (seconds === 1) return '1 second'
	if (seconds < 90) return `${seconds < 10 ? seconds : Math.ceil(seconds / 10) * 10} seconds`
	if (seconds < 90 * MINUTE) return `${Math.ceil(seconds / MINUTE)} minutes`
	return `${Math.ceil(seconds / 60 / MINUTE)} hours`
}
