import { dateFormat } from '@/lib/date-format'

export type Locale = { language: string; timeZone: string }

type Props = {
	at: Date
	locale: Locale
	/** `day`: September 22, 2023. `minute`: with the time. `short`: without the year. */
	style?: 'day' | 'minute' | 'short'
}

/** A `time` element in the site's language and time zone, with the full time and zone as its title. */
export function DateTime({ at, locale, style = 'day' }: Props) {
	return (
		<time dateTime={at.toISOString()} title={`${day(at, locale)}, ${minute(at, locale)} ${zone(at, locale)}`}>
			{style === 'minute' ? `${day(at, locale)}, ${minute(at, locale)}` : day(at, locale, style !== 'short')}
		</time>
	)
}

/** `September 22, 2023`: month, day, year in every language of the site. */
export function day(at: Date, locale: Locale, withYear = true): string {
	const part = (options: Intl.DateTimeFormatOptions) =>
		dateFormat(locale.language, { ...options, timeZone: locale.timeZone }).format(at)
	const monthAndDay = `${part({ month: 'long' })} ${part({ day: 'numeric' })}`
	return withYear ? `${monthAndDay}, ${part({ year: 'numeric' })}` : monthAndDay
}

export function weekday(at: Date, locale: Locale): string {
	return dateFormat(locale.language, { weekday: 'long', timeZone: locale.timeZone }).format(at)
}

function minute(at: Date, { language, timeZone }: Locale): string {
	return dateFormat(language, {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone,
	}).format(at)
}

function zone(at: Date, { language, timeZone }: Locale): string {
	const parts = dateFormat(language, { timeZoneName: 'short', timeZone }).formatToParts(at)
	return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}
