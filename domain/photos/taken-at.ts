/** Works in museums predate photography; a smaller year marks a missing date. */
const YEAR_MIN = 1000
const DAY_MS = 86_400_000
/** Epochs of clocks that were never set: classic Mac OS and QuickTime, Unix, FAT. */
const ZERO_INSTANT = /^(?:1904|1970|1980)[:-]01[:-]01[T ]00:00(?::00)?/
const DATE = /^(\d{4})(?:[:-]?(\d{2})(?:[:-]?(\d{2})(?:[T ].*)?)?)?$/

/**
 * Normalizes a date: `20240506`, `2024:05:06 07:08:09` and `2024-05-06T07:08` to `2024-05-06`; a month, a year
 * and texts such as `circa 1890` stay. Undefined for zeros, blanks, month 13 and future days.
 */
export function takenAtIn(words: string | undefined, now = Date.now()): string | undefined {
	const found = words?.trim() ?? ''
	const [, year = '', month, day] = DATE.exec(found) ?? []
	if (!year) return /^\d{4}[:-]/.test(found) || !/[1-9]/.test(found) ? undefined : found
	if (Number(year) < YEAR_MIN || ZERO_INSTANT.test(found)) return undefined
	const date = [year, month, day].filter(Boolean).join('-')
	const start = new Date(date)
	// `Date` rolls a day that the month does not have over into the next month.
	if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(date)) return undefined
	// The camera's time zone may be a day ahead.
	return start.getTime() > now + DAY_MS ? undefined : date
}
