import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, gte, lt, notInArray, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { comments, respectTallies } from '@/db/schema'
import { RESPECTED_DAYS, RESPECTED_MAX, RESPECTED_MIN } from '@/lib/comment-lists'
import { isImmediate, onInvalidate } from '@/lib/invalidation'
import { singleton } from '@/lib/singleton'
import { COUNTS_AGE_MS } from '../reader-counts'

export type RankedComment = { id: number; respects: number }

/** The most respected comments of the last days, the time of the count, and the time of the next. */
export type Ranking = { ranked: RankedComment[]; countedAt: Date; until: Date }

/** Age of the counts at most, as of the other lists by readers. */
export const RANKING_AGE_MS = COUNTS_AGE_MS
const DAY_MS = 86_400_000

const cache = singleton('comment-ranking', () => {
	const cached: { period: number; ranking: Promise<Ranking> | null } = { period: -1, ranking: null }
	onInvalidate((changes) => {
		if (isImmediate(changes, 'front-page')) cached.ranking = null
	})
	return cached
})

/** The ranking of the present five minutes. Comments taken down since are still in it. */
export function rankedComments(): Promise<Ranking> {
	const period = Math.floor(Date.now() / RANKING_AGE_MS)
	if (cache.period !== period || !cache.ranking) {
		cache.period = period
		cache.ranking = rankComments(new Date((period + 1) * RANKING_AGE_MS)).catch((error) => {
			cache.ranking = null
			throw error
		})
	}
	return cache.ranking
}

/** Reads the comments with enough respect of the days before `until`, a day a turn of the event loop. */
async function rankComments(until: Date): Promise<Ranking> {
	const countedAt = new Date()
	const all: RankedComment[] = []
	for (let days = RESPECTED_DAYS; days > 0; days -= 1) {
		const from = until.getTime() - days * DAY_MS
		all.push(...(await respectedWithin(readDb(), { from: new Date(from), to: new Date(from + DAY_MS) })))
		await nextTurn()
	}
	all.sort((one, other) => other.respects - one.respects || other.id - one.id)
	return { ranked: all.slice(0, RESPECTED_MAX), countedAt, until }
}

const respectedWithin = prepared(['from', 'to'], (on, { from, to }) =>
	on
		.select({ id: comments.id, respects: respectTallies.votes })
		.from(comments)
		// In this order, so that the comments of the days are read, and not all with respect.
		.crossJoin(respectTallies)
		.where(
			and(
				gte(comments.createdAt, sql.param(from, comments.createdAt)),
				lt(comments.createdAt, sql.param(to, comments.createdAt)),
				// Not by equality, for which the index by state would be taken and all approved comments read.
				notInArray(comments.state, ['waiting', 'rejected']),
				eq(respectTallies.commentId, comments.id),
				gte(respectTallies.votes, RESPECTED_MIN),
			),
		),
)
