import type { Locale } from '@/components/layout/date-time'
import { periodParts } from '@/lib/calendar-period'
import styles from './archive.module.css'
import { archivePath, monthName, storiesInWords } from './archive-words'

type Props = { year: number; counts: number[]; locale: Locale }

/** The months of a year with their numbers of stories; months without one are no links. */
export function Months({ year, counts, locale }: Props) {
	return (
		<ol className={styles.months}>
			{counts.map((count, index) => {
				const month = index + 1
				const name = monthName(month, locale)
				return (
					<li key={month}>
						{count > 0 ? (
							<a className={styles.month} href={archivePath(periodParts({ year, month }))}>
								<span className={styles.monthName}>{name}</span>{' '}
								<span className={styles.count}>{storiesInWords(count)}</span>
							</a>
						) : (
							<span className={styles.none}>{name}</span>
						)}
					</li>
				)
			})}
		</ol>
	)
}
