import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, count, gte, lt, max, min, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles } from '@/db/schema'
import { type CalendarPeriod, daysOf, monthsOf, type Span, spanOf } from '@/lib/calendar-period'
import { toLocalDateTime } from '@/lib/time-zone'
import { type Listing, listStories } from '../articles/lists'
import { isLive } from '../articles/live'
import { tagAsList } from '../articles/publication-order'
import { siteSettings } from '../settings'

/*
 * The archive by the site's calendar. Days, months and years are counted between their first moments in the site's time
 * zone, by one search of the index each.
 */

const firstLive = prepared(['at'], (on, { at }) =>
	on
		.select({ at: min(articles.publishAt) })
		.from(articles)
		.where(isLive(at)),
)

const lastBefore = prepared(['before', 'at'], (on, { before, at }) =>
	on
		.select({ at: max(articles.publishAt) })
		.from(articles)
		.where(and(isLive(at), lt(articles.publishAt, sql.param(before, articles.publishAt)))),
)

const firstFrom = prepared(['from', 'at'], (on, { from, at }) =>
	on
		.select({ at: min(articles.publishAt) })
		.from(articles)
		.where(and(isLive(at), gte(articles.publishAt, sql.param(from, articles.publishAt)))),
)

const countBetween = prepared(['from', 'until', 'at'], (on, { from, until, at }) =>
	on
		.select({ number: count() })
		.from(articles)
		.where(
			and(
				isLive(at),
				gte(articles.publishAt, sql.param(from, articles.publishAt)),
				lt(articles.publishAt, sql.param(until, articles.publishAt)),
			),
		),
)

const periodAt = (at: Date, timeZone: string): Required<CalendarPeriod> => {
	const [year = 0, month = 1, day = 1] = toLocalDateTime(at, timeZone).slice(0, 10).split('-').map(Number)
	return { year, month, day }
}

/** Counts of stories between each two of the instants. */
async function countsBetween(starts: Date[], at: Date): Promise<number[]> {
	const counts: number[] = []
	for (const [index, from] of starts.slice(0, -1).entries()) {
		const until = starts[index + 1] ?? from
		const [row] = await countBetween(readDb(), { from, until, at })
		counts.push(row?.number ?? 0)
	}
	return counts
}

/** A year with the numbers of stories of its twelve months. */
export type ArchiveYear = { year: number; stories: number; months: number[] }

/** The years from the first story to the last one, newest first. */
export async function listArchiveYears(): Promise<ArchiveYear[]> {
	const { timeZone } = await siteSettings()
	await tagAsList()
	const at = new Date()
	const [first] = await firstLive(readDb(), { at })
	const [last] = await lastBefore(readDb(), { before: new Date(at.getTime() + 1), at })
	if (!first?.at || !last?.at) return []
	const years: ArchiveYear[] = []
	for (let { year } = periodAt(last.at, timeZone); year >= periodAt(first.at, timeZone).year; year -= 1) {
		years.push(await archiveYear(year, timeZone, at))
		await nextTurn()
	}
	return years
}

async function archiveYear(year: number, timeZone: string, at: Date): Promise<ArchiveYear> {
	const months = await countsBetween(monthsOf(year, timeZone), at)
	return { year, months, stories: months.reduce((sum, number) => sum + number, 0) }
}

/** The nearest periods of the same kind with stories. */
type Nearest = { previous: CalendarPeriod | null; next: CalendarPeriod | null }

export type ArchivePeriod = CalendarPeriod &
	Nearest &
	Listing & {
		stories: number
		/** Numbers of stories of the months of a year or the days of a month; empty for a day. */
		counts: number[]
	}

/** A year, month or day with its stories, newest first. */
export async function listArchivePeriod(period: CalendarPeriod, page = 1): Promise<ArchivePeriod> {
	const { timeZone } = await siteSettings()
	const at = new Date()
	const span = spanOf(period, timeZone)
	const listing = await listStories(within(span), { page })
	const counts = await countsBetween(startsOf(period, timeZone), at)
	const [row] = await countBetween(readDb(), { ...span, at })
	return {
		...period,
		...listing,
		...(await nearest(period, span, timeZone, at)),
		stories: row?.number ?? 0,
		counts,
	}
}

const within = ({ from, until }: Span) => and(gte(articles.publishAt, from), lt(articles.publishAt, until))

function startsOf(period: CalendarPeriod, timeZone: string): Date[] {
	if (period.day !== undefined) return []
	return period.month === undefined ? monthsOf(period.year, timeZone) : daysOf(period, timeZone)
}

async function nearest(period: CalendarPeriod, span: Span, timeZone: string, at: Date): Promise<Nearest> {
	const [before] = await lastBefore(readDb(), { before: span.from, at })
	const [after] = await firstFrom(readDb(), { from: span.until, at })
	const asPeriod = (found: Date | null | undefined): CalendarPeriod | null => {
		if (!found) return null
		const { year, month, day } = periodAt(found, timeZone)
		if (period.month === undefined) return { year }
		return period.day === undefined ? { year, month } : { year, month, day }
	}
	return { previous: asPeriod(before?.at), next: asPeriod(after?.at) }
}

/** Whether the archive has a page of the period: from that of the first story to the present one. */
export async function isInArchive(period: CalendarPeriod): Promise<boolean> {
	const { timeZone } = await siteSettings()
	const at = new Date()
	const { from, until } = spanOf(period, timeZone)
	const [first] = await firstLive(readDb(), { at })
	return Boolean(first?.at && until > first.at && from <= at)
}
