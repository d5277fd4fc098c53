import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, count, gte, lt, ne, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { comments, moods } from '@/db/schema'
import { MOODS, type Mood } from '@/lib/moods'
import { fromLocalDateTime, startOfNextDay, toLocalDateTime } from '@/lib/time-zone'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Days of the mean, before today. */
export const MEAN_DAYS = 7
/** Counts of past hours kept in memory: of eight days, in two time zones. */
const HOURS_KEPT = 500

export type Hour = {
	/** Start of the hour in the site's time zone, `09:00`. */
	label: string
	/** Null for an hour to come. */
	today: number | null
	/** Mean of the same hour of the last seven days. */
	mean: number
}

export type ResponsesToday = { votes: Hour[]; comments: Hour[]; moods: { mood: Mood; votes: number }[] }

type Counts = { moods: Partial<Record<Mood, number>>; votes: number; comments: number }

/**
 * Mood votes and comments of today by hour, beside the mean of the last seven days. Hours that are over are counted
 * once and kept in memory, so a vote that a reader changes later may count in two hours.
 */
export async function responsesToday(timeZone: string, now = new Date()): Promise<ResponsesToday> {
	const start = startOfDay(now, timeZone)
	const hours = hoursBetween(start, startOfNextDay(now, timeZone))
	const today = await countHours(
		hours.filter((hour) => hour <= now.getTime()),
		now,
	)
	const past: Counts[][] = []
	for (let day = 1; day <= MEAN_DAYS; day += 1) {
		const within = new Date(start.getTime() - day * DAY_MS + DAY_MS / 2)
		past.push(
			await countHours(hoursBetween(startOfDay(within, timeZone), startOfNextDay(within, timeZone)), now),
		)
	}
	const hoursOf = (of: 'votes' | 'comments'): Hour[] =>
		hours.map((hour, index) => ({
			label: toLocalDateTime(new Date(hour), timeZone).slice(11),
			today: today[index]?.[of] ?? null,
			mean: past.reduce((sum, counts) => sum + (counts[index]?.[of] ?? 0), 0) / MEAN_DAYS,
		}))
	return {
		votes: hoursOf('votes'),
		comments: hoursOf('comments'),
		moods: MOODS.map((mood) => ({
			mood,
			votes: today.reduce((sum, counts) => sum + (counts.moods[mood] ?? 0), 0),
		})),
	}
}

function startOfDay(within: Date, timeZone: string): Date {
	const day = toLocalDateTime(within, timeZone).slice(0, 10)
	// Some days begin at 01:00, after a clock change at midnight.
	const start = fromLocalDateTime(`${day}T00:00`, timeZone) ?? fromLocalDateTime(`${day}T01:00`, timeZone)
	return start ?? within
}

/** Starts of the hours of a day; 23 or 25 on a day with a clock change. */
const hoursBetween = (start: Date, end: Date): number[] =>
	Array.from(
		{ length: Math.round((end.getTime() - start.getTime()) / HOUR_MS) },
		(_, index) => start.getTime() + index * HOUR_MS,
	)

const counted = new Map<number, Counts>()

async function countHours(hours: number[], now: Date): Promise<Counts[]> {
	const counts: Counts[] = []
	for (const hour of hours) counts.push(counted.get(hour) ?? (await countHour(hour, now)))
	return counts
}

/** Counts an hour, in a turn of the event loop of its own; keeps the counts if it is over. */
async function countHour(hour: number, now: Date): Promise<Counts> {
	const within = { from: new Date(hour), to: new Date(hour + HOUR_MS) }
	const votes = await votesWithin(readDb(), within)
	const [posted] = await commentsWithin(readDb(), within)
	const counts: Counts = {
		moods: Object.fromEntries(votes.map(({ mood, number }) => [mood, number])),
		votes: votes.reduce((sum, { number }) => sum + number, 0),
		comments: posted?.number ?? 0,
	}
	if (hour + HOUR_MS > now.getTime()) return counts
	if (counted.size >= HOURS_KEPT) counted.clear()
	counted.set(hour, counts)
	await nextTurn()
	return counts
}

const votesWithin = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({ mood: moods.mood, number: count() })
		.from(moods)
		.where(
			and(gte(moods.castAt, sql.param(from, moods.castAt)), lt(moods.castAt, sql.param(to, moods.castAt))),
		)
		.groupBy(moods.mood),
)

const commentsWithin = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({ number: count() })
		.from(comments)
		.where(
			and(
				gte(comments.createdAt, sql.param(from, comments.createdAt)),
				lt(comments.createdAt, sql.param(to, comments.createdAt)),
				ne(comments.state, 'rejected'),
			),
		),
)
