import { dateFormat } from '@/lib/date-format'

export type Clock = { language: string; timeZone: string }

type Props = {
	at: Date
	clock: Clock
	/** `day`: September 22, 2023. `minute`: with the time. `short`: without the year. */
	style?: 'day' | 'minute' | 'short'
}

/** An instant in the words of the house, with its full time and zone on hover. */
export function When({ at, clock, style = 'day' }: Props) {
	return (
		<time dateTime={at.toISOString()} title={`${day(at, clock)}, ${minute(at, clock)} ${zone(at, clock)}`}>
			{style === 'minute' ? `${day(at, clock)}, ${minute(at, clock)}` : day(at, clock, style !== 'short')}
		</time>
	)
}

/** `September 22, 2023`, the order this house prints dates in whatever its language. */
export function day(at: Date, clock: Clock, withYear = true): string {
	const part = (options: Intl.DateTimeFormatOptions) =>
		dateFormat(clock.language, { ...options, timeZone: clock.timeZone }).format(at)
	const monthAndDay = `${part({ month: 'long' })} ${part({ day: 'numeric' })}`
	return withYear ? `${monthAndDay}, ${part({ year: 'numeric' })}` : monthAndDay
}

export function weekday(at: Date, clock: Clock): string {
	return dateFormat(clock.language, { weekday: 'long', timeZone: clock.timeZone }).format(at)
}

function minute(at: Date, { language, timeZone }: Clock): string {
	return dateFormat(language, {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone,
	}).format(at)
}

function zone(at: Date, { language, timeZone }: Clock): string {
	const parts = dateFormat(language, { timeZoneName: 'short', timeZone }).formatToParts(at)
	return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}
