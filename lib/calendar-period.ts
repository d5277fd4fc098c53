import { fromLocalDateTime } from './time-zone'

/** A year, a month of it or a day: `month` and `day` from 1. */
export type CalendarPeriod = { year: number; month?: number; day?: number }

/** A period as instants of a time zone; `until` is not in it. */
export type Span = { from: Date; until: Date }

const two = (number: number): string => String(number).padStart(2, '0')

/** The period of address parts such as `2026`, `03`, `09`; null for other texts and impossible dates. */
export function parsePeriod(parts: readonly string[]): CalendarPeriod | null {
	const [year, month, day, ...more] = parts
	if (!/^\d{4}$/.test(year ?? '') || more.length > 0) return null
	if (![month, day].every((part) => part === undefined || /^\d{2}$/.test(part))) return null
	const period = {
		year: Number(year),
		...(month !== undefined && { month: Number(month) }),
		...(day !== undefined && { day: Number(day) }),
	}
	return isPeriod(period) ? period : null
}

function isPeriod({ year, month = 1, day = 1 }: CalendarPeriod): boolean {
	const date = new Date(Date.UTC(year, month - 1, day))
	return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The parts of a period's address: `['2026', '03', '09']`. */
export const periodParts = ({ year, month, day }: CalendarPeriod): string[] =>
	[String(year), month, day].flatMap((part) =>
		part === undefined ? [] : typeof part === 'string' ? part : two(part),
	)

/** First and last moment of a period in a time zone. */
export function spanOf({ year, month, day }: CalendarPeriod, timeZone: string): Span {
	const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
	const next =
		day !== undefined
			? Date.UTC(year, (month ?? 1) - 1, day + 1)
			: month !== undefined
				? Date.UTC(year, month, 1)
				: Date.UTC(year + 1, 0, 1)
	return { from: startOfDay(first, timeZone), until: startOfDay(next, timeZone) }
}

/** Starts of the days of a month in a time zone, and that of the next month. */
export function daysOf({ year, month = 1 }: CalendarPeriod, timeZone: string): Date[] {
	const days = daysInMonth(year, month)
	return Array.from({ length: days + 1 }, (_, day) =>
		startOfDay(Date.UTC(year, month - 1, day + 1), timeZone),
	)
}

/** Starts of the months of a year in a time zone, and that of the next year. */
export const monthsOf = (year: number, timeZone: string): Date[] =>
	Array.from({ length: 13 }, (_, month) => startOfDay(Date.UTC(year, month, 1), timeZone))

export const daysInMonth = (year: number, month: number): number =>
	new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Clock changes at midnight start some days at 01:00, and some zones have left out whole days. */
function startOfDay(utc: number, timeZone: string): Date {
	const day = new Date(utc).toISOString().slice(0, 10)
	return (
		fromLocalDateTime(`${day}T00:00`, timeZone) ??
		fromLocalDateTime(`${day}T01:00`, timeZone) ??
		new Date(utc)
	)
}
