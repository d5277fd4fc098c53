import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, count, eq, gte, lt, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { moods, ratings, setAsideVotes } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { MOODS, type Mood } from '@/lib/moods'
import { toLocalDateTime } from '@/lib/time-zone'
import { PERIOD_VOTES_MIN } from '@/lib/vote-rules'

const HOUR_MS = 3_600_000
/** Hours between the first and the last vote up to which the periods are hours, and days up to which they are days. */
const HOURLY_MAX = 72
const DAILY_MAX = 92

/** Votes of a story in a period: those that count, and those set aside by their state. */
export type VotePeriod = {
	/** Local start of the period and of its last part: an hour (`2027-03-28T09`), day or month. */
	from: string
	to: string
	/** Counted mood votes and ratings. */
	moods: Record<Mood, number>
	moodVotes: number
	ratings: number
	waiting: number
	discarded: number
	/** Of the counted ones, those that were set aside first. */
	countedLater: number
}

export type VoteCounts = {
	unit: 'hour' | 'day' | 'month'
	periods: VotePeriod[]
	total: Omit<VotePeriod, 'from' | 'to'>
}

type Row = { hour: number } & Partial<Omit<VotePeriod, 'from' | 'to' | 'moods'>> & { mood?: Mood }

/** All votes of a story by time, in the site's time zone. Their sum is the tally. */
export async function countVotes(articleId: number, timeZone: string): Promise<VoteCounts> {
	dependsOn(`moods:${articleId}`, `ratings:${articleId}`, `counts:${articleId}`)
	const rows = [...(await countedRows(articleId)), ...(await setAsideRows(articleId))]
	const hours = rows.map(({ hour }) => hour)
	const unit = unitOf(hours.length === 0 ? 0 : hours.reduce(max) - hours.reduce(min))
	const byPeriod = new Map<string, VotePeriod>()
	const total = emptyPeriod('')
	for (const row of [...rows].sort((one, other) => one.hour - other.hour)) {
		const name = toLocalDateTime(new Date(row.hour * HOUR_MS), timeZone).slice(0, NAME_LENGTH[unit])
		const period = byPeriod.get(name) ?? emptyPeriod(name)
		byPeriod.set(name, period)
		for (const each of [period, total]) add(each, row)
	}
	const { from: _, to: __, ...sums } = total
	return { unit, periods: joinSmall([...byPeriod.values()]), total: sums }
}

const max = (one: number, other: number): number => Math.max(one, other)
const min = (one: number, other: number): number => Math.min(one, other)

/** Length of a period's name in a local date and time. */
const NAME_LENGTH = { hour: 13, day: 10, month: 7 }

function unitOf(hours: number): VoteCounts['unit'] {
	if (hours < HOURLY_MAX) return 'hour'
	return hours < DAILY_MAX * 24 ? 'day' : 'month'
}

const emptyPeriod = (name: string): VotePeriod => ({
	from: name,
	to: name,
	moods: Object.fromEntries(MOODS.map((mood) => [mood, 0])) as Record<Mood, number>,
	...{ moodVotes: 0, ratings: 0, waiting: 0, discarded: 0, countedLater: 0 },
})

const NUMBERS = ['moodVotes', 'ratings', 'waiting', 'discarded', 'countedLater'] as const

function add(period: VotePeriod, { mood, ...row }: Partial<Row>): void {
	for (const name of NUMBERS) period[name] += row[name] ?? 0
	if (mood) period.moods[mood] += row.moodVotes ?? 0
}

const votesIn = ({ moodVotes, ratings, waiting, discarded }: VotePeriod): number =>
	moodVotes + ratings + waiting + discarded

/** Joins each period of few votes with the next ones, and the last with the one before. */
function joinSmall(periods: VotePeriod[]): VotePeriod[] {
	const joined: VotePeriod[] = []
	for (const period of periods) {
		const last = joined.at(-1)
		if (last && votesIn(last) < PERIOD_VOTES_MIN) joined[joined.length - 1] = join(last, period)
		else joined.push(period)
	}
	const last = joined.at(-1)
	const before = joined.at(-2)
	if (last && before && votesIn(last) < PERIOD_VOTES_MIN) joined.splice(-2, 2, join(before, last))
	return joined.length === 1 && votesIn(joined[0] as VotePeriod) < PERIOD_VOTES_MIN ? [] : joined
}

function join(first: VotePeriod, second: VotePeriod): VotePeriod {
	const joined: VotePeriod = { ...first, moods: { ...first.moods }, to: second.to }
	for (const name of NUMBERS) joined[name] += second[name]
	for (const mood of MOODS) joined.moods[mood] += second.moods[mood]
	return joined
}

/** First characters of reader ids, which are random: a part of a story's votes is read in one turn of the event loop. */
const PARTS = '0123456789abcdef'.split('').map((first, index, all) => ({
	from: index === 0 ? '' : first,
	to: all[index + 1] ?? '\uffff',
}))

async function countedRows(articleId: number): Promise<Row[]> {
	const rows: Row[] = []
	for (const part of PARTS) {
		for (const { hour, mood, votes } of await moodsByHour(readDb(), { articleId, ...part }))
			rows.push({ hour, mood, moodVotes: votes })
		for (const { hour, votes } of await ratingsByHour(readDb(), { articleId, ...part }))
			rows.push({ hour, ratings: votes })
		await nextTurn()
	}
	return rows
}

async function setAsideRows(articleId: number): Promise<Row[]> {
	const rows = await setAsideByHour(readDb(), { articleId })
	return rows.map(({ hour, state, votes }) => ({
		hour,
		[state === 'counted' ? 'countedLater' : state]: votes,
	}))
}

const moodHour = sql<number>`${moods.castAt} / 3600000`
const ratingHour = sql<number>`${ratings.ratedAt} / 3600000`
const setAsideHour = sql<number>`${setAsideVotes.castAt} / 3600000`

const moodsByHour = prepared(['articleId', 'from', 'to'], (on, { articleId, from, to }) =>
	on
		.select({ hour: moodHour, mood: moods.mood, votes: count() })
		.from(moods)
		.where(and(eq(moods.articleId, articleId), gte(moods.readerId, from), lt(moods.readerId, to)))
		.groupBy(moodHour, moods.mood),
)

const ratingsByHour = prepared(['articleId', 'from', 'to'], (on, { articleId, from, to }) =>
	on
		.select({ hour: ratingHour, votes: count() })
		.from(ratings)
		.where(and(eq(ratings.articleId, articleId), gte(ratings.readerId, from), lt(ratings.readerId, to)))
		.groupBy(ratingHour),
)

const setAsideByHour = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ hour: setAsideHour, state: setAsideVotes.state, votes: count() })
		.from(setAsideVotes)
		.where(eq(setAsideVotes.articleId, articleId))
		.groupBy(setAsideHour, setAsideVotes.state),
)
