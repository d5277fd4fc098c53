import { dateFormat } from './date-format'

const PARTS = {
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
} as const

/** An instant as the value of a `datetime-local` field in a time zone: `2027-03-28T09:00`. */
export function toLocalDateTime(at: Date, timeZone: string): string {
	const format = dateFormat('en-CA', { ...PARTS, timeZone, hourCycle: 'h23' })
	const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
	return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The instant of a local time in a time zone. Of a repeated hour (autumn) the first instant; null for a skipped
 * hour (spring) and for invalid input.
 */
export function fromLocalDateTime(localTime: string, timeZone: string): Date | null {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(localTime)) return null
	const asUtc = Date.parse(`${localTime}:00Z`)
	if (Number.isNaN(asUtc)) return null
	// Offsets a day before and after cover any clock change around this time.
	const candidates = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => asUtc - utcOffsetAt(near, timeZone))
	const found = candidates
		.sort((a, b) => a - b)
		.find((each) => toLocalDateTime(new Date(each), timeZone) === localTime)
	return found === undefined ? null : new Date(found)
}

/** First instant of the next day in a time zone; clock changes at midnight start some days at 01:00. */
export function startOfNextDay(after: Date, timeZone: string): Date {
	const today = toLocalDateTime(after, timeZone).slice(0, 10)
	const tomorrow = new Date(Date.parse(`${today}T00:00Z`) + DAY_MS).toISOString().slice(0, 10)
	return (
		fromLocalDateTime(`${tomorrow}T00:00`, timeZone) ??
		fromLocalDateTime(`${tomorrow}T01:00`, timeZone) ??
		new Date(after.getTime() + DAY_MS)
	)
}

/** Offset from UTC in ms at an instant, given in ms since 1970. */
function utcOffsetAt(at: number, timeZone: string): number {
	const minute = Math.floor(at / 60_000) * 60_000
	return Date.parse(`${toLocalDateTime(new Date(minute), timeZone)}:00Z`) - minute
}

/** Smaller years are half-typed ones. */
const YEAR_MIN = 1900

/** Whether a text is a day of the calendar, as `2027-06-30`. */
export function isDay(text: string): boolean {
	const start = new Date(`${text}T00:00Z`)
	// `Date` rolls a day that the month does not have over into the next month.
	const exists = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(`${text}T`)
	return exists && start.getUTCFullYear() >= YEAR_MIN
}

/** Display name of a time zone: `Africa/Lagos` becomes `Lagos time`, `UTC` stays. */
export function zoneName(timeZone: string): string {
	const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ')
	return timeZone.includes('/') && !timeZone.startsWith('Etc/') ? `${city} time` : timeZone
}
