import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, count, eq, gte, lt, ne, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { prepared, readDb } from '@/db'
import { moods, setAsideVotes } from '@/db/schema'
import { dependsOn, expiresAt, isImmediate, onInvalidate } from '@/lib/invalidation'
import { MOODS, type Mood } from '@/lib/moods'
import { singleton } from '@/lib/singleton'
import { COUNTS_AGE_MS } from '../reader-counts'

/** Mood votes: those that count, and those set aside by their state. */
export type MoodCounts = { moods: Record<Mood, number>; votes: number; waiting: number; discarded: number }

/** The counts of each story with votes in a week, and the time of counting. */
export type WeekCounts = { stories: Map<number, MoodCounts>; at: Date }

/** Period counted in one turn of the event loop. */
const WINDOW_MS = 3 * 3_600_000
/** Weeks kept in memory: a reader compares a few. */
const WEEKS_MAX = 8

type CachedWeek = { period: number; counts: Promise<WeekCounts> }

const weeks = singleton('week-counts', () => {
	const cache = new LRUCache<string, CachedWeek>({ max: WEEKS_MAX })
	onInvalidate((changes) => {
		if (isImmediate(changes, 'front-page')) cache.clear()
	})
	return cache
})

/** The counts of a week, renewed every five minutes; the page being rendered expires with them. */
export function weekCounts(week: string, span: { from: Date; until: Date }): Promise<WeekCounts> {
	const period = Math.floor(Date.now() / COUNTS_AGE_MS)
	dependsOn('front-page')
	expiresAt(new Date((period + 1) * COUNTS_AGE_MS))
	const known = weeks.get(week)
	if (known?.period === period) return known.counts
	const counts = countWeek(span).catch((error) => {
		weeks.delete(week)
		throw error
	})
	weeks.set(week, { period, counts })
	return counts
}

export const emptyCounts = (): MoodCounts => ({
	moods: Object.fromEntries(MOODS.map((mood) => [mood, 0])) as Record<Mood, number>,
	...{ votes: 0, waiting: 0, discarded: 0 },
})

/** Adds counts to others. */
export function addCounts(to: MoodCounts, counts: MoodCounts): void {
	for (const mood of MOODS) to.moods[mood] += counts.moods[mood]
	to.votes += counts.votes
	to.waiting += counts.waiting
	to.discarded += counts.discarded
}

/** Counts the mood votes of a span by story, in windows of one turn each. */
export async function countWeek({ from, until }: { from: Date; until: Date }): Promise<WeekCounts> {
	const stories = new Map<number, MoodCounts>()
	const of = (id: number): MoodCounts => {
		const counts = stories.get(id) ?? emptyCounts()
		stories.set(id, counts)
		return counts
	}
	const last = Math.min(until.getTime(), Date.now() + WINDOW_MS)
	for (let start = from.getTime(); start < last; start += WINDOW_MS) {
		const window = { from: new Date(start), to: new Date(Math.min(start + WINDOW_MS, until.getTime())) }
		for (const { id, mood, number } of await votesWithin(readDb(), window)) {
			const counts = of(id)
			counts.moods[mood] += number
			counts.votes += number
		}
		for (const { id, state, number } of await setAsideWithin(readDb(), window))
			of(id)[state === 'discarded' ? 'discarded' : 'waiting'] += number
		await nextTurn()
	}
	return { stories, at: new Date() }
}

const votesWithin = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({ id: moods.articleId, mood: moods.mood, number: count() })
		.from(moods)
		.where(
			and(gte(moods.castAt, sql.param(from, moods.castAt)), lt(moods.castAt, sql.param(to, moods.castAt))),
		)
		.groupBy(moods.articleId, moods.mood),
)

const setAsideWithin = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({ id: setAsideVotes.articleId, state: setAsideVotes.state, number: count() })
		.from(setAsideVotes)
		.where(
			and(
				gte(setAsideVotes.castAt, sql.param(from, setAsideVotes.castAt)),
				lt(setAsideVotes.castAt, sql.param(to, setAsideVotes.castAt)),
				eq(setAsideVotes.kind, 'mood'),
				ne(setAsideVotes.state, 'counted'),
			),
		)
		.groupBy(setAsideVotes.articleId, setAsideVotes.state),
)
