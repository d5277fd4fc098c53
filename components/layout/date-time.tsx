import { boundedMemo } from '@/lib/bounded-memo'
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
	texts(`${at.getTime()} ${style} ${locale.language} ${locale.timeZone}`, () => {
		const toMinute = `${day(at, locale)}, ${minute(at, locale)}`
		return {
			title: `${toMinute} ${zone(at, locale)}`,
			shown: style === 'minute' ? toMinute : day(at, locale, style !== 'short'),
		}
	})

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
