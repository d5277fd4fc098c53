import { and, eq, inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, revisions, sections } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import type { Mood } from '@/lib/moods'
import {
	bayesianMean,
	DISCUSSED_COMMENTS_MIN,
	FELT_VOTES_MIN,
	moodOfList,
	RATINGS_MIN,
	type ReaderList,
	wilsonLowerBound,
} from '@/lib/reader-lists'
import { isLive } from './articles/live'
import { votesOf } from './articles/responses'
import { languageOf } from './articles/translations'
import type { StoryName } from './articles/views'
import { COUNTS_AGE_MS, type ReaderCounts, readerCounts } from './reader-counts'
import { siteSettings } from './settings'

/** The count that gives a story its place. */
export type ListedCount =
	| { kind: 'comments'; comments: number }
	| { kind: 'mood'; percent: number; votes: number }
	| { kind: 'stars'; average: number; ratings: number }

export type ListedStory = StoryName & {
	section: string | null
	publishedAt: Date
	count: ListedCount
}

export type ReaderListView = {
	stories: ListedStory[]
	countedAt: Date
	/** Minutes for which the counts stay. */
	minutes: number
}

/** Stories of a list, and further ones read for it: some may no longer be on the site, or show no moods or stars. */
export const LISTED_MAX = 20
const SPARE = 10

type Candidate = { id: number; rank: number; count: ListedCount }

/** A list of stories by the responses of readers, from counts that are renewed every five minutes. */
export async function listByReaders(list: ReaderList, limit = LISTED_MAX): Promise<ReaderListView> {
	const counts = await readerCounts()
	return {
		stories: (await listed(list, candidatesOf(list, counts).slice(0, limit + SPARE))).slice(0, limit),
		countedAt: counts.at,
		minutes: COUNTS_AGE_MS / 60_000,
	}
}

function candidatesOf(list: ReaderList, counts: ReaderCounts): Candidate[] {
	const mood = moodOfList(list)
	const all = mood ? felt(mood, counts) : list === 'rated' ? rated(counts) : discussed(counts)
	return all.sort((one, other) => other.rank - one.rank || other.id - one.id)
}

const discussed = ({ comments }: ReaderCounts): Candidate[] =>
	[...comments]
		.filter(([, number]) => number >= DISCUSSED_COMMENTS_MIN)
		.map(([id, number]) => ({ id, rank: number, count: { kind: 'comments', comments: number } }))

/** Stories with a larger share of the mood than all votes together: others are not felt so in particular. */
function felt(mood: Mood, { votes }: ReaderCounts): Candidate[] {
	const stories = [...votes].map(([id, ofStory]) => ({
		id,
		total: [...ofStory.values()].reduce((sum, number) => sum + number, 0),
		own: ofStory.get(mood) ?? 0,
	}))
	const sumOf = (of: 'own' | 'total') => stories.reduce((sum, story) => sum + story[of], 0)
	const share = sumOf('own') / Math.max(1, sumOf('total'))
	return stories
		.filter(({ own, total }) => total >= FELT_VOTES_MIN && own / total > share)
		.map(({ id, own, total }) => ({
			id,
			rank: wilsonLowerBound(own, total),
			count: { kind: 'mood', percent: Math.round((own * 100) / total), votes: total },
		}))
}

function rated({ ratings }: ReaderCounts): Candidate[] {
	const mean = meanOf(ratings)
	return [...ratings]
		.filter(([, each]) => each.ratings >= RATINGS_MIN)
		.map(([id, each]) => ({
			id,
			rank: bayesianMean(each.points, each.ratings, mean),
			count: {
				kind: 'stars',
				average: Math.round((each.points * 10) / each.ratings) / 10,
				ratings: each.ratings,
			},
		}))
}

/** The mean of all ratings; 0 without one. */
function meanOf(ratings: ReaderCounts['ratings']): number {
	let [points, total] = [0, 0]
	for (const each of ratings.values()) [points, total] = [points + each.points, total + each.ratings]
	return total > 0 ? points / total : 0
}

/** The live candidates with moods or stars on. */
async function listed(list: ReaderList, candidates: Candidate[]): Promise<ListedStory[]> {
	if (candidates.length === 0) return []
	for (const { id } of candidates) dependsOn(`article:${id}`)
	dependsOn('sections')
	const site = await siteSettings()
	const rows = await readDb()
		.select({ article: articles, headline: revisions.headline, section: sections.name })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.leftJoin(sections, eq(sections.id, articles.sectionId))
		.where(
			and(
				inArray(
					articles.id,
					candidates.map(({ id }) => id),
				),
				isLive(),
			),
		)
	const isShown = (article: (typeof rows)[number]['article']): boolean => {
		const { moods, ratings } = votesOf(article, site)
		if (list === 'discussed') return true
		return list === 'rated' ? ratings : moods
	}
	return candidates.flatMap(({ id, count }) => {
		const row = rows.find(({ article }) => article.id === id)
		if (!row || !isShown(row.article)) return []
		const { article, headline, section } = row
		return {
			...{ slug: article.slug, headline, language: languageOf(article, site) },
			...{ section, publishedAt: article.publishAt ?? new Date(), count },
		}
	})
}
