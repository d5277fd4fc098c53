import { and, eq, inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, revisions } from '@/db/schema'
import type { ReaderBlock } from '@/lib/front-page-arrangement'
import { dependsOn } from '@/lib/invalidation'
import { MOODS, type Mood } from '@/lib/moods'
import { DISCUSSED_COMMENTS_MIN, FELT_VOTES_MIN, WEEK_DAYS } from '@/lib/reader-lists'
import { isLive } from './articles/live'
import { languageOf } from './articles/translations'
import { type ListedComment, listLatestComments, listRespectedComments } from './comments/listed'
import { type ReaderCounts, readerCounts } from './reader-counts'
import { siteSettings } from './settings'

/** The story with the largest share of a mood, among the stories with that mood as their most frequent one. */
export type FeltStory = {
	mood: Mood
	slug: string
	headline: string
	percent: number
	votes: number
	language: string
}
export type DiscussedStory = { slug: string; headline: string; comments: number; language: string }

type Counted = { felt: FeltRow[]; discussed: DiscussedRow[] }
type FeltRow = Omit<FeltStory, 'slug' | 'headline' | 'language'> & { id: number }
type DiscussedRow = { id: number; comments: number }

/** Comments of a block: a row of a wide screen. */
const BLOCK_COMMENTS = 4
/** Rules of the blocks, which they state. */
const DISCUSSED_STORIES = 5
export const BLOCK_LIMITS = {
	days: WEEK_DAYS,
	votes: FELT_VOTES_MIN,
	comments: DISCUSSED_COMMENTS_MIN,
}
/** Candidates kept for each: up to 16 are shown above, and some may no longer be live. */
const CANDIDATES = 30

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
	const counted = blockRows(await readerCounts())
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

/** The rows of both blocks. */
export const blockRows = ({ votes, comments }: ReaderCounts): Counted => ({
	felt: feltRows(votes),
	discussed: discussedRows(comments),
})

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

type StoryName = Pick<FeltStory, 'slug' | 'headline' | 'language'>

async function headlinesOf(stories: { id: number }[], at: Date): Promise<Map<number, StoryName>> {
	const ids = [...new Set(stories.map(({ id }) => id))]
	for (const id of ids) dependsOn(`article:${id}`)
	if (ids.length === 0) return new Map()
	const rows = await readDb()
		.select({
			id: articles.id,
			slug: articles.slug,
			headline: revisions.headline,
			language: articles.language,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(inArray(articles.id, ids), isLive(at)))
	const site = await siteSettings()
	return new Map(rows.map(({ id, ...name }) => [id, { ...name, language: languageOf(name, site) }]))
}

/** Comments of all stories in the blocks of an arrangement. */
export type CommentBlocks = Record<'latestComments' | 'respectedComments', ListedComment[]>

export async function commentBlocks(blocks: readonly ReaderBlock[], at: Date): Promise<CommentBlocks> {
	const shown = { limit: BLOCK_COMMENTS, at }
	return {
		latestComments: blocks.includes('latest') ? (await listLatestComments(shown)).comments : [],
		respectedComments: blocks.includes('respected') ? (await listRespectedComments(shown)).comments : [],
	}
}
