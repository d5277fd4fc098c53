import { Listing } from '@/components/articles/listing'
import type { Locale } from '@/components/layout/date-time'
import type { ArchivePeriod as Period } from '@/domain/archive/archive'
import { type CalendarPeriod, periodParts } from '@/lib/calendar-period'
import styles from './archive.module.css'
import { archivePath, emptyDayWords, emptyWords, periodName, storiesInWords } from './archive-words'
import { MonthCalendar } from './month-calendar'
import { Months } from './months'

/** A year, month or day of the archive: its calendar, then its stories, newest first. */
export function ArchivePeriod({ period, locale }: { period: Period; locale: Locale }) {
	const { year, month, day, stories, counts, cards, page, pages } = period
	const name = periodName(period, locale)
	const heading = (
		<>
			<Way period={period} locale={locale} />
			<h1>{name}</h1>
			{stories > 0 && <p>{storiesInWords(stories)}</p>}
			{month === undefined && <Months year={year} counts={counts} locale={locale} />}
			{month !== undefined && day === undefined && (
				<MonthCalendar year={year} month={month} counts={counts} locale={locale} />
			)}
			<Beside period={period} locale={locale} />
		</>
	)
	return (
		<Listing
			heading={heading}
			cards={cards}
			page={page}
			pages={pages}
			address={archivePath(periodParts(period))}
			locale={locale}
			empty={(day === undefined ? emptyWords : emptyDayWords)(name)}
		/>
	)
}

/** Links to the archive and to the year and the month around the period. */
function Way({ period: { year, month, day }, locale }: { period: CalendarPeriod; locale: Locale }) {
	const around: CalendarPeriod[] = [
		...(month === undefined ? [] : [{ year }]),
		...(day === undefined ? [] : [{ year, month }]),
	]
	return (
		<nav aria-label="Archive" className={styles.way}>
			<a href="/archive">Archive</a>
			{around.map((each) => [
				' / ',
				<a key={periodName(each, locale)} href={archivePath(periodParts(each))}>
					{periodName(each, locale)}
				</a>,
			])}
		</nav>
	)
}

/** Links to the nearest periods with stories; on lists of several pages `rel` is that of the pages. */
function Beside({ period, locale }: { period: Period; locale: Locale }) {
	const { previous, next, pages } = period
	if (!previous && !next) return null
	const link = (each: CalendarPeriod, rel: 'prev' | 'next', word: string) => (
		<a
			className={rel === 'next' ? styles.later : undefined}
			href={archivePath(periodParts(each))}
			rel={pages > 1 ? undefined : rel}
		>
			{word}: {periodName(each, locale)}
		</a>
	)
	return (
		<nav aria-label="Earlier and later" className={styles.beside}>
			{previous && link(previous, 'prev', 'Earlier')}
			{next && link(next, 'next', 'Later')}
		</nav>
	)
}
