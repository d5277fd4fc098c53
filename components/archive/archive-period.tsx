import { Listing } from '@/components/articles/listing'
import type { Locale } from '@/components/layout/date-time'
import type { ArchivePeriod as Period } from '@/domain/archive/archive'
import { type CalendarPeriod, periodParts } from '@/lib/calendar-period'
import { messages } from '@/lib/messages/messages'
import styles from './archive.module.css'
import { archivePath, periodName } from './archive-words'
import { MonthCalendar } from './month-calendar'
import { Months } from './months'

/** A year, month or day of the archive: its calendar, then its stories, newest first. */
export function ArchivePeriod({ period, locale }: { period: Period; locale: Locale }) {
	const { year, month, day, stories, counts, cards, page, pages } = period
	const name = periodName(period, locale)
	const words = messages().lists
	const heading = (
		<>
			<Way period={period} locale={locale} />
			<h1>{name}</h1>
			{stories > 0 && <p>{words.stories(stories)}</p>}
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
			empty={day === undefined ? words.emptyPeriod(name) : words.emptyDay(name)}
		/>
	)
}

/** Links to the archive and to the year and the month around the period. */
function Way({ period: { year, month, day }, locale }: { period: CalendarPeriod; locale: Locale }) {
	const { archive } = messages().lists
	const around: CalendarPeriod[] = [
		...(month === undefined ? [] : [{ year }]),
		...(day === undefined ? [] : [{ year, month }]),
	]
	return (
		<nav aria-label={archive} className={styles.way}>
			<a href="/archive">{archive}</a>
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
	const words = messages().lists
	const link = (each: CalendarPeriod, rel: 'prev' | 'next', text: string) => (
		<a
			className={rel === 'next' ? styles.later : undefined}
			href={archivePath(periodParts(each))}
			rel={pages > 1 ? undefined : rel}
		>
			{text}
		</a>
	)
	return (
		<nav aria-label={words.earlierAndLater} className={styles.beside}>
			{previous && link(previous, 'prev', words.earlier(periodName(previous, locale)))}
			{next && link(next, 'next', words.later(periodName(next, locale)))}
		</nav>
	)
}
