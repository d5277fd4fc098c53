import { boundedMemo } from '@/lib/bounded-memo'
import { type DateFormat, dateFormat } from '@/lib/date-format'
import { interfaceTag } from '@/lib/messages/languages'
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
		const toMinute = dayAndMinute(at, locale)
		return {
			title: `${toMinute} ${zone(at, locale)}`,
			shown: style === 'minute' ? toMinute : day(at, locale, style !== 'short'),
		}
	})

/** Joined as the language does, where the date is in its form. */
function dayAndMinute(at: Date, locale: Locale): string {
	if (locale.dateFormat !== 'of the language') return `${day(at, locale)}, ${minute(at, locale)}`
	const format = { day: 'numeric', month: 'long', year: 'numeric', ...MINUTE } as const
	return formatted(at, locale, format)
}

/** `September 22, 2023`, or in another of the site's date formats. */
export function day(at: Date, locale: Locale, withYear = true): string {
	const part = (options: Intl.DateTimeFormatOptions) => formatted(at, locale, options)
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
	return formatted(at, locale, { weekday: 'long' })
}

const MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const minute = (at: Date, locale: Locale): string => formatted(at, locale, MINUTE)

/** In the language of the interface, because its sentences contain the dates. */
const formatted = (at: Date, { language, timeZone }: Locale, options: Intl.DateTimeFormatOptions): string =>
	dateFormat(interfaceTag(language), { ...options, timeZone }).format(at)

function zone(at: Date, { language, timeZone }: Locale): string {
	const parts = dateFormat(interfaceTag(language), { timeZoneName: 'short', timeZone }).formatToParts(at)
	return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}
