import type { Locale } from '@/components/layout/date-time'
import { ListLinks } from '@/components/layout/list-links'
import type { ArchiveYear } from '@/domain/archive/archive'
import { messages } from '@/lib/messages/messages'
import styles from './archive.module.css'
import { archivePath, periodName } from './archive-words'
import { Months } from './months'

/** All years of the archive, newest first. */
export function Archive({ years, locale }: { years: ArchiveYear[]; locale: Locale }) {
	const words = messages().lists
	const total = years.reduce((sum, { stories }) => sum + stories, 0)
	const first = years.at(-1)
	return (
		<div className={styles.archive}>
			<h1>{words.archive}</h1>
			<p className={styles.lead}>
				{first
					? words.since(words.stories(total), periodName({ year: first.year }, locale))
					: words.noStories}
			</p>
			<ListLinks current="/archive" />
			{years.map(({ year, stories, months }) => (
				<section key={year} aria-labelledby={`year-${year}`} className={styles.year}>
					<h2 id={`year-${year}`}>
						<a className={styles.yearLink} href={archivePath([String(year)])}>
							{periodName({ year }, locale)}
						</a>{' '}
						<span className={styles.count}>{words.stories(stories)}</span>
					</h2>
					{stories > 0 && <Months year={year} counts={months} locale={locale} />}
				</section>
			))}
		</div>
	)
}
