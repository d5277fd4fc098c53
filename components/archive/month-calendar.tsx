import type { Locale } from '@/components/layout/date-time'
import { periodParts } from '@/lib/calendar-period'
import { dateFormat } from '@/lib/date-format'
import { weeksOf } from '@/lib/month'
import styles from './archive.module.css'
import { archivePath, periodName, storiesInWords } from './archive-words'

type Props = { year: number; month: number; counts: number[]; locale: Locale }

/** A month as a table of weeks; days with stories are links with their number. */
export function MonthCalendar({ year, month, counts, locale }: Props) {
	const weeks = weeksOf(periodParts({ year, month }).join('-'))
	const weekday = (date: string, style: 'long' | 'narrow') =>
		dateFormat(locale.language, { weekday: style, timeZone: 'UTC' }).format(new Date(`${date}T12:00Z`))
	// The second week is in the month with all of its days.
	const names = (weeks[1] ?? []).flatMap((date) => date ?? [])
	return (
		<table className={styles.calendar}>
			<caption className={styles.hidden}>{`Days of ${periodName({ year, month }, locale)}`}</caption>
			<thead>
				<tr>
					{names.map((date) => (
						<th key={date} scope="col" abbr={weekday(date, 'long')}>
							{weekday(date, 'narrow')}
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
	const number = dateFormat(locale.language, { day: 'numeric', timeZone: 'UTC' }).format(
		new Date(`${date}T12:00Z`),
	)
	if (count === 0) return number
	return (
		<a className={styles.day} href={archivePath(date.split('-'))}>
			{number}{' '}
			<span aria-hidden="true" className={styles.number}>
				{count}
			</span>
			<span className={styles.hidden}>{storiesInWords(count)}</span>
		</a>
	)
}
