import { day, type Locale } from '@/components/layout/date-time'
import type { CalendarPeriod } from '@/lib/calendar-period'
import { dateFormat } from '@/lib/date-format'
import { formatCount } from '@/lib/format-count'

/** `3 stories`. */
export const storiesInWords = (count: number): string =>
	count === 1 ? '1 story' : `${formatCount(count)} stories`

/** `March`. */
export const monthName = (month: number, { language }: Locale): string =>
	dateFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 15)))

/** `2026`, `March 2026` or the date as the site prints it. */
export function periodName({ year, month, day: number }: CalendarPeriod, locale: Locale): string {
	if (month === undefined) return String(year)
	const noon = new Date(Date.UTC(year, month - 1, number ?? 15, 12))
	if (number !== undefined) return day(noon, { ...locale, timeZone: 'UTC' })
	return dateFormat(locale.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon)
}

/** What an empty period says; `period` is its name. */
export const emptyWords = (period: string): string => `No story was published in ${period}.`
export const emptyDayWords = (period: string): string => `No story was published on ${period}.`

export const archivePath = (parts: readonly string[]): string => ['/archive', ...parts].join('/')
