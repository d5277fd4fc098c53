import deskStyles from '@/components/desk/desk.module.css'
import type { CalendarEntry } from '@/domain/articles/calendar'
import styles from './calendar.module.css'

/** `time`: local time as `09:00`, empty for a whole day. */
type Entry = Omit<CalendarEntry, 'at'> & { time: string }

export type CalendarDay = {
	/** `2027-03-28`. */
	date: string
	number: string
	/** `Sunday 28 March`. */
	words: string
	isToday: boolean
	entries: Entry[]
}

type Props = {
	weeks: (CalendarDay | null)[][]
	weekdays: string[]
	/** Months as `2027-03`. */
	previous: string
	next: string
}

/** A month as a table; on a phone the days with stories as a list. */
export function Calendar({ weeks, weekdays, previous, next }: Props) {
	const isEmpty = weeks.flat().every((day) => !day || day.entries.length === 0)
	return (
		<>
			<nav className={`${deskStyles.links} ${styles.months}`} aria-label="Months">
				<a href={`/desk/calendar?month=${previous}`} rel="prev">
					Previous month
				</a>
				<a href="/desk/calendar">This month</a>
				<a href={`/desk/calendar?month=${next}`} rel="next">
					Next month
				</a>
			</nav>
			{isEmpty && (
				<p className={styles.empty}>Nothing is due, planned, scheduled or published in this month.</p>
			)}
			<table className={styles.month}>
				<thead>
					<tr>
						{weekdays.map((name) => (
							<th key={name} scope="col">
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{weeks.map((week) => (
						<tr key={week.find((day) => day)?.date}>
							{week.map((day, index) =>
								// biome-ignore lint/suspicious/noArrayIndexKey: the place in the week.
								day ? <Day key={day.date} day={day} /> : <td key={index} className={styles.outside} />,
							)}
						</tr>
					))}
				</tbody>
			</table>
		</>
	)
}

const Day = ({ day: { date, number, words, isToday, entries } }: { day: CalendarDay }) => (
	<td data-today={isToday || undefined} data-empty={entries.length === 0 || undefined}>
		<time dateTime={date}>
			<span className={styles.number} aria-hidden="true">
				{number}
			</span>
			<span className={styles.words}>
				{words}
				{isToday && ', today'}
			</span>
		</time>
		{entries.length > 0 && (
			<ul>
				{entries.map((entry) => (
					<li key={`${entry.kind} ${entry.storyId}`} data-kind={entry.kind}>
						<span className={styles.kind}>
							{KINDS[entry.kind]} {entry.time}
						</span>
						<a href={`/desk/stories/${entry.storyId}`} dir="auto">
							{entry.headline}
						</a>
					</li>
				))}
			</ul>
		)}
	</td>
)

const KINDS: Record<Entry['kind'], string> = {
	due: 'Due',
	planned: 'Planned',
	scheduled: 'Scheduled',
	published: 'Published',
}
