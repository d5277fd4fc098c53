import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, count, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles, comments, moods, revisions } from '@/db/schema'
import type { ReaderBlock } from '@/lib/front-page-arrangement'
import { dependsOn, expiresAt, onInvalidate } from '@/lib/invalidation'
import { MOODS, type Mood } from '@/lib/moods'
import { singleton } from '@/lib/singleton'
import { isLive } from './articles/live'

/** The story with the largest share of a mood, among the stories with that mood as their most frequent one. */
export type FeltStory = { mood: Mood; slug: string; headline: string; percent: number; votes: number }
export type DiscussedStory = { slug: string; headline: string; comments: number }

type Counted = { felt: FeltRow[]; discussed: DiscussedRow[] }
type FeltRow = Omit<FeltStory, 'slug' | 'headline'> & { id: number }
type DiscussedRow = { id: number; comments: number }

/** Rules of the blocks, which they state. */
export const BLOCK_DAYS = 7
export const FELT_VOTES_MIN = 20
export const DISCUSSED_COMMENTS_MIN = 3
const DISCUSSED_STORIES = 5
export const BLOCK_LIMITS = {
	days: BLOCK_DAYS,
	votes: FELT_VOTES_MIN,
	comments: DISCUSSED_COMMENTS_MIN,
}
/** Candidates kept for each: up to 16 are shown above, and some may no longer be live. */
const CANDIDATES = 30

/** Age of the counts at most: a vote does not invalidate the front page. */
const COUNTS_AGE_MS = 5 * 60_000
/** Period counted in one turn of the event loop: about 7 ms at 200,000 votes a week. */
const WINDOW_MS = 3 * 3_600_000
const DAY_MS = 86_400_000

const cache = singleton('front-page-blocks', () => {
	const cached: { period: number; counted: Promise<Counted> | null } = { period: -1, counted: null }
	onInvalidate(({ immediate }) => {
		if (immediate.includes('front-page')) cached.counted = null
	})
	return cached
})

/**
 * The readers' blocks of an arrangement. Their counts are renewed every five minutes, their headlines at once.
 *
 * @param above ids of the stories shown above the blocks, which the blocks leave out
 */
export async function readerBlocks(
	blocks: readonly ReaderBlock[],
	{ above, at }: { above: readonly number[]; at: Date },
): Promise<{ felt: FeltStory[]; discussed: DiscussedStory[] }> {
	if (blocks.length === 0) return { felt: [], discussed: [] }
	const period = Math.floor(Date.now() / COUNTS_AGE_MS)
	expiresAt(new Date((period + 1) * COUNTS_AGE_MS))
	if (cache.period !== period || !cache.counted) {
		cache.period = period
		cache.counted = countResponses(new Date(period * COUNTS_AGE_MS + COUNTS_AGE_MS)).catch((error) => {
			cache.counted = null
			throw error
		})
	}
	const counted = await cache.counted
	const candidates = <Row extends { id: number }>(block: ReaderBlock, rows: Row[]) =>
		blocks.includes(block) ? rows.filter(({ id }) => !above.includes(id)) : []
	const felt = candidates('felt', counted.felt)
	const discussed = candidates('discussed', counted.discussed)
	const names = await headlinesOf([...felt, ...discussed], at)
	const most = MOODS.flatMap((mood) => felt.find((row) => row.mood === mood && names.has(row.id)) ?? [])
	const rest = discussed.filter(({ id }) => !most.some((row) => row.id === id))
	const named = <Row extends { id: number }>({ id, ...row }: Row) => {
		const name = names.get(id)
		return name ? [{ ...row, ...name }] : []
	}
	return {
		felt: most.flatMap((row) => named(row)),
		discussed: rest.flatMap((row) => named(row)).slice(0, DISCUSSED_STORIES),
	}
}

/** Counts the votes and approved comments of the week before `until`, in windows of one turn each. */
export async function countResponses(until: Date): Promise<Counted> {
	const votes = new Map<number, Map<Mood, number>>()
	const approved = new Map<number, number>()
	const start = until.getTime() - BLOCK_DAYS * DAY_MS
	for (let from = start; from < until.getTime(); from += WINDOW_MS) {
		const window = { from: new Date(from), to: new Date(from + WINDOW_MS) }
		for (const { id, mood, number } of await votesWithin(readDb(), window)) {
			const ofStory = votes.get(id) ?? new Map<Mood, number>()
			votes.set(id, ofStory.set(mood, (ofStory.get(mood) ?? 0) + number))
		}
		for (const { id, number } of await commentsWithin(readDb(), window))
			approved.set(id, (approved.get(id) ?? 0) + number)
		await nextTurn()
	}
	return { felt: feltRows(votes), discussed: discussedRows(approved) }
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

/** For each mood in display order, the stories with the largest shares of it. */
function feltRows(votes: Map<number, Map<Mood, number>>): FeltRow[] {
	const rows = [...votes].flatMap(([id, ofStory]) => {
		const total = [...ofStory.values()].reduce((sum, number) => sum + number, 0)
		if (total < FELT_VOTES_MIN) return []
		const [[mood, most] = ['happy' as const, 0]] = [...ofStory].sort(
			([a, x], [b, y]) => y - x || MOODS.indexOf(a) - MOODS.indexOf(b),
		)
		return [{ id, mood, percent: Math.round((most * 100) / total), votes: total, share: most / total }]
	})
	rows.sort((a, b) => b.share - a.share || b.votes - a.votes || b.id - a.id)
	return MOODS.flatMap((mood) =>
		rows
			.filter((row) => row.mood === mood)
			.slice(0, CANDIDATES)
			.map(({ share: _, ...row }) => row),
	)
}

const discussedRows = (approved: Map<number, number>): DiscussedRow[] =>
	[...approved]
		.map(([id, number]) => ({ id, comments: number }))
		.filter((row) => row.comments >= DISCUSSED_COMMENTS_MIN)
		.sort((a, b) => b.comments - a.comments || b.id - a.id)
		.slice(0, CANDIDATES)

async function headlinesOf(
	stories: { id: number }[],
	at: Date,
): Promise<Map<number, { slug: string; headline: string }>> {
	const ids = [...new Set(stories.map(({ id }) => id))]
	for (const id of ids) dependsOn(`article:${id}`)
	if (ids.length === 0) return new Map()
	const rows = await readDb()
		.select({ id: articles.id, slug: articles.slug, headline: revisions.headline })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(inArray(articles.id, ids), isLive(at)))
	return new Map(rows.map(({ id, ...name }) => [id, name]))
}
