import { dateFormat } from '@/lib/date-format'

/** Language and time zone of the site. */
export type Locale = { language: string; timeZone: string }

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const

/** `12:03` today, `Fri 9 May, 12:03` this year, with the year otherwise. Runs on the server only. */
export function deskTime(at: Date, locale: Locale, now = new Date()): string {
	const time = formatted(at, locale, TIME)
	const isToday =
		formatted(at, locale, { dateStyle: 'short' }) === formatted(now, locale, { dateStyle: 'short' })
	return isToday ? time : `${deskDay(at, locale, now)}, ${time}`
}

/** `Fri 9 May`, with the year if it is another one. Runs on the server only. */
export function deskDay(at: Date, locale: Locale, now = new Date()): string {
	const year = { year: 'numeric' } as const
	const isThisYear = formatted(at, locale, year) === formatted(now, locale, year)
	return formatted(at, locale, isThisYear ? DAY : { ...DAY, ...year })
}

/** A local day such as `2027-05-09`, formatted as `deskDay` does. Runs on the server only. */
export const deskDate = (day: string, { language }: Pick<Locale, 'language'>): string =>
	deskDay(new Date(`${day}T12:00Z`), { language, timeZone: 'UTC' })

const formatted = (at: Date, { language, timeZone }: Locale, options: Intl.DateTimeFormatOptions): string =>
	dateFormat(language, { ...options, timeZone }).format(at)
