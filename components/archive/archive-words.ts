import { day, type Locale } from '@/components/layout/date-time'
import type { CalendarPeriod } from '@/lib/calendar-period'
import { dateFormat } from '@/lib/date-format'
import { interfaceTag } from '@/lib/messages/languages'

const formatted = (at: Date, { language }: Locale, options: Intl.DateTimeFormatOptions): string =>
	dateFormat(interfaceTag(language), { ...options, timeZone: 'UTC' }).format(at)

/** `March`. */
export const monthName = (month: number, locale: Locale): string =>
	formatted(new Date(Date.UTC(2026, month - 1, 15)), locale, { month: 'long' })

/** The weekday of a date such as `2026-03-09`. */
export const weekdayName = (date: string, locale: Locale, style: 'long' | 'narrow'): string =>
	formatted(new Date(`${date}T12:00Z`), locale, { weekday: style })

/** The number of a day of the month, with the digits of the language. */
export const dayNumber = (date: string, locale: Locale): string =>
	formatted(new Date(`${date}T12:00Z`), locale, { day: 'numeric' })

/** `2026`, `March 2026` or the date as the site prints it. */
export function periodName({ year, month, day: number }: CalendarPeriod, locale: Locale): string {
	const noon = new Date(Date.UTC(year, (month ?? 1) - 1, number ?? 15, 12))
	if (month === undefined) return formatted(noon, locale, { year: 'numeric' })
	if (number !== undefined) return day(noon, { ...locale, timeZone: 'UTC' })
	return formatted(noon, locale, { month: 'long', year: 'numeric' })
}

export const archivePath = (parts: readonly string[]): string => ['/archive', ...parts].join('/')
