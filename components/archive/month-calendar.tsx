import type { Locale } from '@/components/layout/date-time'
import { periodParts } from '@/lib/calendar-period'
import { messages } from '@/lib/messages/messages'
import { weeksOf } from '@/lib/month'
import styles from './archive.module.css'
import { archivePath, dayNumber, periodName, weekdayName } from './archive-words'

type Props = { year: number; month: number; counts: number[]; locale: Locale }

/** A month as a table of weeks; days with stories are links with their number. */
export function MonthCalendar({ year, month, counts, locale }: Props) {
	const weeks = weeksOf(periodParts({ year, month }).join('-'))
	// The second week is in the month with all of its days.
	const names = (weeks[1] ?? []).flatMap((date) => date ?? [])
	return (
		<table className={styles.calendar}>
			<caption className={styles.hidden}>
				{messages().lists.daysOf(periodName({ year, month }, locale))}
			</caption>
			<thead>
				<tr>
					{names.map((date) => (
						<th key={date} scope="col" abbr={weekdayName(date, locale, 'long')}>
							{weekdayName(date, locale, 'narrow')}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{weeks.map((week) => (
					<tr key={week.find((date) => date)}>
						{week.map((date, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the place in the week.
							<td key={index}>{date && <Day date={date} counts={counts} locale={locale} />}</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	)
}

function Day({ date, counts, locale }: { date: string; counts: number[]; locale: Locale }) {
	const count = counts[Number(date.slice(-2)) - 1] ?? 0
	const number = dayNumber(date, locale)
	if (count === 0) return number
	return (
		<a className={styles.day} href={archivePath(date.split('-'))}>
			{number}{' '}
			<span aria-hidden="true" className={styles.number}>
				{count}
			</span>{' '}
			<span className={styles.hidden}>{messages().lists.stories(count)}</span>
		</a>
	)
}
