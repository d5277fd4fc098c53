/** Works in museums are older than photography; a year below this one stands for none. */
const YEAR_MIN = 1000
const DAY_MS = 86_400_000
/** What clocks that were never set count from: classic Mac OS and QuickTime, Unix, FAT. */
const ZERO_INSTANT = /^(?:1904|1970|1980)[:-]01[:-]01[T ]00:00(?::00)?/
const DATE = /^(\d{4})(?:[:-]?(\d{2})(?:[:-]?(\d{2})(?:[T ].*)?)?)?$/

/**
 * `20240506`, `2024:05:06 07:08:09` and `2024-05-06T07:08` as `2024-05-06`; a month, a year and words such as
 * `circa 1890` as they are. Nothing for what is no date: zeros, blanks, month 13, a day to come.
 */
export function takenAtIn(words: string | undefined, now = Date.now()): string | undefined {
	const found = words?.trim() ?? ''
	const [, year = '', month, day] = DATE.exec(found) ?? []
	if (!year) return /^\d{4}[:-]/.test(found) || !/[1-9]/.test(found) ? undefined : found
	if (Number(year) < YEAR_MIN || ZERO_INSTANT.test(found)) return undefined
	const date = [year, month, day].filter(Boolean).join('-')
	const start = new Date(date)
	// A day that a month does not have is counted on into the next month.
	if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(date)) return undefined
	// The camera may be a day ahead, on the other side of the date line.
	return start.getTime() > now + DAY_MS ? undefined : date
}
