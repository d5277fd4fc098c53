import { boundedMemo } from '@/lib/bounded-memo'
import { type DateFormat, dateFormat } from '@/lib/date-format'
import { toLocalDateTime } from '@/lib/time-zone'

export type Locale = { language: string; timeZone: string; dateFormat?: DateFormat }

type Props = {
	at: Date
	locale: Locale
	/** `day`: September 22, 2023. `minute`: with the time. `short`: without the year. */
	style?: 'day' | 'minute' | 'short'
}

/** A `time` element in the site's language and time zone, with the full time and zone as its title. */
export function DateTime({ at, locale, style = 'day' }: Props) {
	const { title, shown } = textsOf(at, locale, style)
	return (
		<time dateTime={at.toISOString()} title={title}>
			{shown}
		</time>
	)
}

type Texts = { title: string; shown: string }

/** Memoized texts at most; a front page and a page of comments together have about a hundred. */
const TEXTS_MAX = 2_000

const texts = boundedMemo<Texts>(TEXTS_MAX)

/** Memoized: formatting takes longer than all else in a comment. */
const textsOf = (at: Date, locale: Locale, style: NonNullable<Props['style']>): Texts =>
	texts(`${at.getTime()} ${style} ${locale.language} ${locale.timeZone} ${locale.dateFormat}`, () => {
		const toMinute = `${day(at, locale)}, ${minute(at, locale)}`
		return {
			title: `${toMinute} ${zone(at, locale)}`,
			shown: style === 'minute' ? toMinute : day(at, locale, style !== 'short'),
		}
	})

/** `September 22, 2023`, or in another of the site's date formats. */
export function day(at: Date, locale: Locale, withYear = true): string {
	const part = (options: Intl.DateTimeFormatOptions) =>
		dateFormat(locale.language, { ...options, timeZone: locale.timeZone }).format(at)
	const year = withYear ? ({ year: 'numeric' } as const) : {}
	switch (locale.dateFormat) {
		case 'of the language':
			return part({ day: 'numeric', month: 'long', ...year })
		case 'numbers':
			return part({ day: '2-digit', month: '2-digit', ...year })
		case 'year first':
			return toLocalDateTime(at, locale.timeZone).slice(0, 10)
	}
	const [month, number] = [part({ month: 'long' }), part({ day: 'numeric' })]
	if (locale.dateFormat === 'day first') return [number, month, ...(withYear ? [part(year)] : [])].join(' ')
	return withYear ? `${month} ${number}, ${part(year)}` : `${month} ${number}`
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
