import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, count, gte, lt, ne, type SQL, sql } from 'drizzle-orm'
import { readDb } from '@/db'
import { comments, moods } from '@/db/schema'
import { MOODS, type Mood } from '@/lib/moods'
import { fromLocalDateTime, startOfNextDay, toLocalDateTime } from '@/lib/time-zone'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Days of the mean, before today. */
export const MEAN_DAYS = 7
/** Counts of past days kept in memory. */
const DAYS_KEPT = 20

export type Hour = {
	/** Start of the hour in the site's time zone, `09:00`. */
	label: string
	/** Null for an hour to come. */
	today: number | null
	/** Mean of the same hour of the last seven days. */
	mean: number
}

export type ResponsesToday = { votes: Hour[]; comments: Hour[]; moods: { mood: Mood; votes: number }[] }

type Counts = { votes: number[]; comments: number[] }

/**
 * Mood votes and comments of today by hour, beside the mean of the last seven days. Past days are counted once and
 * kept in memory, so a vote that a reader changes later may count in two days of the mean.
 */
export async function responsesToday(timeZone: string, now = new Date()): Promise<ResponsesToday> {
	const start = startOfDay(now, timeZone)
	const end = startOfNextDay(now, timeZone)
	const today = await countDay(start, end)
	const past: Counts[] = []
	for (let day = 1; day <= MEAN_DAYS; day += 1) {
		const within = new Date(start.getTime() - day * DAY_MS + DAY_MS / 2)
		past.push(await pastDay(startOfDay(within, timeZone), startOfNextDay(within, timeZone)))
	}
	const hours = Math.round((end.getTime() - start.getTime()) / HOUR_MS)
	const hoursOf = (of: keyof Counts): Hour[] =>
		Array.from({ length: hours }, (_, index) => {
			const at = new Date(start.getTime() + index * HOUR_MS)
			return {
				label: toLocalDateTime(at, timeZone).slice(11),
				today: at > now ? null : (today[of][index] ?? 0),
				mean: past.reduce((sum, counts) => sum + (counts[of][index] ?? 0), 0) / MEAN_DAYS,
			}
		})
	return { votes: hoursOf('votes'), comments: hoursOf('comments'), moods: await moodsSince(start) }
}

function startOfDay(within: Date, timeZone: string): Date {
	const day = toLocalDateTime(within, timeZone).slice(0, 10)
	// Some days begin at 01:00, after a clock change at midnight.
	const start = fromLocalDateTime(`${day}T00:00`, timeZone) ?? fromLocalDateTime(`${day}T01:00`, timeZone)
	return start ?? within
}

const pastDays = new Map<string, Promise<Counts>>()

function pastDay(start: Date, end: Date): Promise<Counts> {
	const key = `${start.getTime()} ${end.getTime()}`
	const known = pastDays.get(key)
	if (known) return known
	if (pastDays.size >= DAYS_KEPT) pastDays.clear()
	const counted = nextTurn().then(() => countDay(start, end))
	pastDays.set(key, counted)
	counted.catch(() => pastDays.delete(key))
	return counted
}

async function countDay(start: Date, end: Date): Promise<Counts> {
	const hourOf = (at: typeof moods.castAt | typeof comments.createdAt): SQL<number> =>
		sql<number>`(${at} - ${start.getTime()}) / ${HOUR_MS}`
	const votes = await readDb()
		.select({ hour: hourOf(moods.castAt), number: count() })
		.from(moods)
		.where(and(gte(moods.castAt, start), lt(moods.castAt, end)))
		.groupBy(hourOf(moods.castAt))
	const posted = await readDb()
		.select({ hour: hourOf(comments.createdAt), number: count() })
		.from(comments)
		.where(and(gte(comments.createdAt, start), lt(comments.createdAt, end), ne(comments.state, 'rejected')))
		.groupBy(hourOf(comments.createdAt))
	return { votes: byHour(votes), comments: byHour(posted) }
}

function byHour(rows: { hour: number; number: number }[]): number[] {
	const hours: number[] = []
	for (const { hour, number } of rows) hours[Math.floor(hour)] = number
	return hours
}

async function moodsSince(start: Date): Promise<ResponsesToday['moods']> {
	const rows = await readDb()
		.select({ mood: moods.mood, votes: count() })
		.from(moods)
		.where(gte(moods.castAt, start))
		.groupBy(moods.mood)
	return MOODS.map((mood) => ({ mood, votes: rows.find((row) => row.mood === mood)?.votes ?? 0 }))
}
