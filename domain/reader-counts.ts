import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, count, eq, gte, lt, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles, comments, moods, ratingTallies } from '@/db/schema'
import { dependsOn, expiresAt, isImmediate, onInvalidate } from '@/lib/invalidation'
import type { Mood } from '@/lib/moods'
import { COUNTS_MINUTES, RATED_DAYS, WEEK_DAYS } from '@/lib/reader-lists'
import { singleton } from '@/lib/singleton'
import { isLive } from './articles/live'

/** Responses of the last days by story. */
export type ReaderCounts = {
	votes: Map<number, Map<Mood, number>>
	/** Approved comments. */
	comments: Map<number, number>
	/** All ratings of the stories of the last days. */
	ratings: Map<number, { points: number; ratings: number }>
	/** The moment of counting. */
	at: Date
}

/** Age of the counts at most: a vote does not invalidate the pages that show them. */
export const COUNTS_AGE_MS = COUNTS_MINUTES * 60_000
/** Period counted in one turn of the event loop: about 7 ms at 200,000 votes a week. */
const WINDOW_MS = 3 * 3_600_000
const DAY_MS = 86_400_000

const cache = singleton('reader-counts', () => {
	const cached: { period: number; counts: Promise<ReaderCounts> | null } = { period: -1, counts: null }
	onInvalidate((changes) => {
		if (isImmediate(changes, 'front-page')) cached.counts = null
	})
	return cached
})

/** The counts of the present five minutes; the page being rendered expires with them. */
export function readerCounts(): Promise<ReaderCounts> {
	const period = Math.floor(Date.now() / COUNTS_AGE_MS)
	dependsOn('front-page')
	expiresAt(new Date((period + 1) * COUNTS_AGE_MS))
	if (cache.period !== period || !cache.counts) {
		cache.period = period
		cache.counts = countResponses(new Date((period + 1) * COUNTS_AGE_MS)).catch((error) => {
			cache.counts = null
			throw error
		})
	}
	return cache.counts
}

/** Counts the responses of the days before `until`, in windows of one turn each. */
export async function countResponses(until: Date): Promise<ReaderCounts> {
	const counts: ReaderCounts = { votes: new Map(), comments: new Map(), ratings: new Map(), at: new Date() }
	for (const window of windowsBefore(until, WEEK_DAYS, WINDOW_MS)) {
		for (const { id, mood, number } of await votesWithin(readDb(), window)) {
			const ofStory = counts.votes.get(id) ?? new Map<Mood, number>()
			counts.votes.set(id, ofStory.set(mood, (ofStory.get(mood) ?? 0) + number))
		}
		for (const { id, number } of await commentsWithin(readDb(), window))
			counts.comments.set(id, (counts.comments.get(id) ?? 0) + number)
		await nextTurn()
	}
	for (const window of windowsBefore(until, RATED_DAYS, DAY_MS)) {
		for (const { id, stars, votes } of await ratingsWithin(readDb(), { ...window, at: new Date() })) {
			const { points, ratings } = counts.ratings.get(id) ?? { points: 0, ratings: 0 }
			counts.ratings.set(id, { points: points + stars * votes, ratings: ratings + votes })
		}
		await nextTurn()
	}
	return counts
}

function windowsBefore(until: Date, days: number, length: number): { from: Date; to: Date }[] {
	const start = until.getTime() - days * DAY_MS
	return Array.from({ length: Math.ceil((days * DAY_MS) / length) }, (_, index) => ({
		from: new Date(start + index * length),
		to: new Date(start + (index + 1) * length),
	}))
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

const commentsWithin = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({ id: comments.articleId, number: count() })
		.from(comments)
		.where(
			and(
				gte(comments.createdAt, sql.param(from, comments.createdAt)),
				lt(comments.createdAt, sql.param(to, comments.createdAt)),
				eq(comments.state, 'approved'),
			),
		)
		.groupBy(comments.articleId),
)

/** Ratings of the stories published within a window. */
const ratingsWithin = prepared(['from', 'to', 'at'], (on, { from, to, at }) =>
	on
		.select({ id: articles.id, stars: ratingTallies.stars, votes: ratingTallies.votes })
		.from(articles)
		.innerJoin(ratingTallies, eq(ratingTallies.articleId, articles.id))
		.where(
			and(
				isLive(at),
				gte(articles.publishAt, sql.param(from, articles.publishAt)),
				lt(articles.publishAt, sql.param(to, articles.publishAt)),
			),
		),
)
