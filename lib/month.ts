import { fromLocalDateTime, toLocalDateTime } from './time-zone'

/** Parses `2027-03`; the current month of a time zone for any other text. */
export function monthIn(text: string, timeZone: string, now = new Date()): string {
	const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
	const isMonth = Number(year) >= 1600 && Number(month) >= 1 && Number(month) <= 12
	return isMonth ? text : toLocalDateTime(now, timeZone).slice(0, 7)
}

/** The month before (-1) or after (1). */
export function monthBeside(month: string, step: 1 | -1): string {
	const date = new Date(`${month}-15T00:00Z`)
	date.setUTCMonth(date.getUTCMonth() + step)
	return date.toISOString().slice(0, 7)
}

/** The weeks of a month, Monday first, as days `2027-03-01`; null outside of the month. */
export function weeksOf(month: string): (string | null)[][] {
	const first = new Date(`${month}-01T00:00Z`)
	const days: (string | null)[] = Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => null)
	for (const day = first; day.toISOString().startsWith(month); day.setUTCDate(day.getUTCDate() + 1))
		days.push(day.toISOString().slice(0, 10))
	while (days.length % 7 > 0) days.push(null)
	return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** First instant of a month; a change of the clocks at midnight starts some at 01:00. */
export function startOfMonth(month: string, timeZone: string): Date {
	const start = ['00:00', '01:00'].map((time) => fromLocalDateTime(`${month}-01T${time}`, timeZone))
	return start.find((each) => each !== null) ?? new Date(`${month}-01T00:00Z`)
}
