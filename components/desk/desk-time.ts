import { dateFormat } from '@/lib/date-format'

/** Language and time zone of the site. */
export type Locale = { language: string; timeZone: string }

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const

/** `12:03` today, `Fri 9 May, 12:03` this year, with the year otherwise. Runs on the server only. */
export function deskTime(at: Date, { language, timeZone }: Locale, now = new Date()): string {
	const print = (options: Intl.DateTimeFormatOptions, when = at) =>
		dateFormat(language, { ...options, timeZone }).format(when)
	const same = (options: Intl.DateTimeFormatOptions) => print(options) === print(options, now)
	const time = print(TIME)
	if (same({ dateStyle: 'short' })) return time
	return `${print(same({ year: 'numeric' }) ? DAY : { ...DAY, year: 'numeric' })}, ${time}`
}
