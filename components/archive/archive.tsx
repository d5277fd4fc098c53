import type { Locale } from '@/components/layout/date-time'
import { ListLinks } from '@/components/layout/list-links'
import type { ArchiveYear } from '@/domain/archive/archive'
import styles from './archive.module.css'
import { archivePath, storiesInWords } from './archive-words'
import { Months } from './months'

/** All years of the archive, newest first. */
export function Archive({ years, locale }: { years: ArchiveYear[]; locale: Locale }) {
	const total = years.reduce((sum, { stories }) => sum + stories, 0)
	const first = years.at(-1)?.year
	return (
		<div className={styles.archive}>
			<h1>Archive</h1>
			<p className={styles.lead}>
				{first === undefined
					? 'The first story is still being written.'
					: `${storiesInWords(total)} since ${first}, by the date of their publication.`}
			</p>
			<ListLinks current="/archive" />
			{years.map(({ year, stories, months }) => (
				<section key={year} aria-labelledby={`year-${year}`} className={styles.year}>
					<h2 id={`year-${year}`}>
						<a className={styles.yearLink} href={archivePath([String(year)])}>
							{year}
						</a>{' '}
						<span className={styles.count}>{storiesInWords(stories)}</span>
					</h2>
					<Months year={year} counts={months} locale={locale} />
				</section>
			))}
		</div>
	)
}
