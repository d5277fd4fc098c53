import type { Locale } from '@/components/layout/date-time'
import { periodParts } from '@/lib/calendar-period'
import { messages } from '@/lib/messages/messages'
import styles from './archive.module.css'
import { archivePath, monthName } from './archive-words'

type Props = { year: number; counts: number[]; locale: Locale }

/** The months of a year with their numbers of stories; months without one are no links. */
export function Months({ year, counts, locale }: Props) {
	const { stories } = messages().lists
	return (
		<ol className={styles.months}>
			{counts.map((count, index) => {
				const month = index + 1
				const parts = periodParts({ year, month })
				const name = <time dateTime={parts.join('-')}>{monthName(month, locale)}</time>
				return (
					<li key={month}>
						{count > 0 ? (
							<a className={styles.month} href={archivePath(parts)}>
								<span className={styles.monthName}>{name}</span>{' '}
								<span className={styles.count}>{stories(count)}</span>
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
