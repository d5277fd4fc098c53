import { type AnyColumn, and, desc, eq, isNotNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { readDb } from '@/db'
import { comments, moods, ratings, respects, savedArticles, setAsideVotes } from '@/db/schema'
import type { Mood, Stars } from '@/lib/moods'
import { type PublicName, publicNames } from '../articles/public-names'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'

/** State of a vote that does not count; null for one that does. */
export type AsideState = 'waiting' | 'discarded' | null

type Given =
	| { kind: 'mood'; mood: Mood; aside: AsideState }
	| { kind: 'rating'; stars: Stars; aside: AsideState }
	/** `author`: null of a comment that is not public any more. */
	| { kind: 'respect'; author: string | null }
	| { kind: 'saved' }

export const OWN_VOTE_KINDS = ['mood', 'rating', 'respect', 'saved'] as const satisfies Given['kind'][]

/** What a reader has given to a story or a comment; `id` is that of the story, or of the comment of a respect. */
export type OwnVote = Given & {
	id: number
	at: Date
	/** Null for a story that is neither on the site nor withdrawn. */
	story: PublicName | null
}

type Found = { id: number; at: Date; articleId: number; given: Given }
/** Place in the list: a time, the index of the source, and the id there. */
type Place = { at: Date; source: number; id: number }
/** Condition: behind the cursor, in the order of `at` and `id`. */
type Behind = (at: AnyColumn, id: AnyColumn) => SQL | undefined
/** Newest first. */
type Source = (readerId: string, behind: Behind, limit: number) => Promise<Found[]>

const PER_PAGE = 25

const moodRows: Source = async (readerId, behind, limit) => {
	const { articleId, castAt, mood } = moods
	const rows = await readDb()
		.select({ articleId, at: castAt, mood })
		.from(moods)
		.where(and(eq(moods.readerId, readerId), behind(castAt, articleId)))
		.orderBy(desc(castAt), desc(articleId))
		.limit(limit)
	return rows.map(({ mood: given, ...row }) => ({
		...row,
		id: row.articleId,
		given: { kind: 'mood', mood: given, aside: null },
	}))
}

const ratingRows: Source = async (readerId, behind, limit) => {
	const { articleId, ratedAt, stars } = ratings
	const rows = await readDb()
		.select({ articleId, at: ratedAt, stars })
		.from(ratings)
		.where(and(eq(ratings.readerId, readerId), behind(ratedAt, articleId)))
		.orderBy(desc(ratedAt), desc(articleId))
		.limit(limit)
	return rows.map(({ stars: given, ...row }) => ({
		...row,
		id: row.articleId,
		given: { kind: 'rating', stars: given as Stars, aside: null },
	}))
}

/** Votes set aside that are not counted, of one kind. */
const asideRows =
	(kind: 'mood' | 'rating'): Source =>
	async (readerId, behind, limit) => {
		const { articleId, castAt, choice, state } = setAsideVotes
		const isOwn = and(
			eq(setAsideVotes.readerId, readerId),
			eq(setAsideVotes.kind, kind),
			ne(state, 'counted'),
		)
		const rows = await readDb()
			.select({ articleId, at: castAt, choice, state })
			.from(setAsideVotes)
			.where(and(isOwn, isNotNull(choice), behind(castAt, articleId)))
			.orderBy(desc(castAt), desc(articleId))
			.limit(limit)
		return rows.map(({ choice: given, state: own, ...row }) => {
			const aside = own === 'discarded' ? 'discarded' : 'waiting'
			const vote: Given =
				kind === 'mood'
					? { kind, mood: given as Mood, aside }
					: { kind, stars: Number(given) as Stars, aside }
			return { ...row, id: row.articleId, given: vote }
		})
	}

const respectRows: Source = async (readerId, behind, limit) => {
	const { commentId, castAt } = respects
	const rows = await readDb()
		.select({
			...{ id: commentId, at: castAt, articleId: comments.articleId },
			...{ author: comments.authorName, state: comments.state },
		})
		.from(respects)
		.innerJoin(comments, eq(comments.id, commentId))
		.where(and(eq(respects.readerId, readerId), behind(castAt, commentId)))
		.orderBy(desc(castAt), desc(commentId))
		.limit(limit)
	return rows.map(({ author, state, ...row }) => ({
		...row,
		given: { kind: 'respect', author: state === 'approved' ? author : null },
	}))
}

const savedRows: Source = async (readerId, behind, limit) => {
	const { articleId, savedAt } = savedArticles
	const rows = await readDb()
		.select({ articleId, at: savedAt })
		.from(savedArticles)
		.where(and(eq(savedArticles.readerId, readerId), behind(savedAt, articleId)))
		.orderBy(desc(savedAt), desc(articleId))
		.limit(limit)
	return rows.map((row) => ({ ...row, id: row.articleId, given: { kind: 'saved' } }))
}

/** In the order of rows of one moment; cursors have their indexes. */
const SOURCES = [moodRows, ratingRows, asideRows('mood'), asideRows('rating'), respectRows, savedRows]

/** A page of all that the viewer has given, the newest first; `past` is the cursor of the next one. */
export async function listOwnVotes(
	viewer: Viewer,
	{ past = '', limit = PER_PAGE }: { past?: string; limit?: number } = {},
): Promise<{ votes: OwnVote[]; past: string | null }> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return { votes: [], past: null }
	const place = parsePlace(past)
	const lists = await Promise.all(
		SOURCES.map(async (rows, source) =>
			(await rows(readerId, behindPlace(place, source), limit + 1)).map((found) => ({ ...found, source })),
		),
	)
	const found = lists
		.flat()
		.sort((a, b) => b.at.getTime() - a.at.getTime() || a.source - b.source || b.id - a.id)
	const shown = found.slice(0, limit)
	const last = found.length > limit ? shown.at(-1) : undefined
	const stories = await publicNames(shown.map(({ articleId }) => articleId))
	return {
		votes: shown.map(({ id, at, articleId, given }) => ({
			...given,
			id,
			at,
			story: stories.get(articleId) ?? null,
		})),
		past: last ? `${last.at.getTime()}-${last.source}-${last.id}` : null,
	}
}

function parsePlace(text: string): Place | null {
	const [, at, source, id] = /^(\d{1,14})-(\d)-(\d{1,15})$/.exec(text) ?? []
	return id === undefined ? null : { at: new Date(Number(at)), source: Number(source), id: Number(id) }
}

const behindPlace =
	(place: Place | null, source: number): Behind =>
	(at, id) => {
		if (!place) return undefined
		const later = source > place.source ? sql`true` : sql`false`
		return or(lt(at, place.at), and(eq(at, place.at), source === place.source ? lt(id, place.id) : later))
	}
