import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles, revisions, series, seriesParts } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { slugSpellings } from '@/lib/slug'
import { liveCards } from '../articles/cards'
import { CARDS_PER_PAGE } from '../articles/lists'
import { isLive } from '../articles/live'
import { tagAsList } from '../articles/publication-order'
import { languageOf } from '../articles/translations'
import type { ArticleCard, StoryName } from '../articles/views'
import { siteSettings } from '../settings'

export type SeriesPart = StoryName & { articleId: number; part: number }

/** The place of a story in its series. */
export type SeriesPlace = {
	slug: string
	name: string
	part: number
	/** The greatest number of a part that readers can see. */
	last: number
	previous: SeriesPart | null
	next: SeriesPart | null
}

export type SeriesName = { slug: string; name: string; description: string | null }

const partOf = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ id: series.id, slug: series.slug, name: series.name, part: seriesParts.part })
		.from(seriesParts)
		.innerJoin(series, eq(series.id, seriesParts.seriesId))
		.where(eq(seriesParts.articleId, articleId)),
)

const livePartsOf = prepared(['seriesId', 'at'], (on, { seriesId, at }) =>
	on
		.select({
			articleId: articles.id,
			part: seriesParts.part,
			slug: articles.slug,
			headline: revisions.headline,
			language: articles.language,
		})
		.from(seriesParts)
		.innerJoin(articles, eq(articles.id, seriesParts.articleId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(eq(seriesParts.seriesId, seriesId), isLive(at)))
		.orderBy(asc(seriesParts.part)),
)

/**
 * The series of a story with the parts before and after it; null without one. The page of a story expires at the next
 * scheduled publication anyway, so scheduled parts need no time of their own.
 */
export async function seriesPlaceOf(articleId: number): Promise<SeriesPlace | null> {
	dependsOn(`article:${articleId}`)
	const [place] = await partOf(readDb(), { articleId })
	if (!place) return null
	const { id, slug, name, part } = place
	dependsOn(`series:${id}`)
	const parts = await livePartsOf(readDb(), { seriesId: id, at: new Date() })
	const site = await siteSettings()
	const beside = (row: (typeof parts)[number] | undefined): SeriesPart | null => {
		if (!row) return null
		dependsOn(`article:${row.articleId}`)
		return { ...row, language: languageOf(row, site) }
	}
	const previous = beside(parts.findLast((each) => each.part < part))
	const next = beside(parts.find((each) => each.part > part))
	return { slug, name, part, last: Math.max(part, parts.at(-1)?.part ?? part), previous, next }
}

/** Whether a series has a part that readers can see; others are unknown, as their names may be news. */
export const isSeries = async (slug: string): Promise<boolean> => {
	const found = await seriesAt(slug)
	return (
		found !== undefined && (await livePartsOf(readDb(), { seriesId: found.id, at: new Date() })).length > 0
	)
}

/** The series of a slug, whether or not readers can see a part of it. */
export async function seriesAt(slug: string) {
	dependsOn('series')
	const [found] = await readDb()
		.select()
		.from(series)
		.where(inArray(series.slug, slugSpellings(slug)))
	if (found) dependsOn(`series:${found.id}`)
	return found
}

export type SeriesListing = {
	cards: { part: number; card: ArticleCard }[]
	page: number
	pages: number
	/** The greatest number of a part. */
	last: number
}

/** A page of a series, its first part first; null without a part that readers can see. */
export async function listSeries(slug: string, page = 1): Promise<(SeriesName & SeriesListing) | null> {
	const found = await seriesAt(slug)
	if (!found) return null
	await tagAsList()
	const parts = await livePartsOf(readDb(), { seriesId: found.id, at: new Date() })
	if (parts.length === 0) return null
	const pages = Math.ceil(parts.length / CARDS_PER_PAGE)
	const current = Math.min(Math.max(1, page), pages)
	const shown = parts.slice((current - 1) * CARDS_PER_PAGE, current * CARDS_PER_PAGE)
	const ids = shown.map(({ articleId }) => articleId)
	const cards = await liveCards({ where: inArray(articles.id, ids), limit: ids.length })
	return {
		slug: found.slug,
		name: found.name,
		description: found.description,
		cards: shown.flatMap(({ articleId, part }) => {
			const card = cards.find(({ id }) => id === articleId)
			return card ? [{ part, card }] : []
		}),
		page: current,
		pages,
		last: parts.at(-1)?.part ?? 1,
	}
}

/** Series of the index page, at most. */
const SERIES_MAX = 200

export type ListedSeries = SeriesName & { parts: number; lastAt: Date }

/** All series with a part that readers can see, the one with the newest part first. */
export async function listAllSeries(): Promise<ListedSeries[]> {
	dependsOn('series')
	await tagAsList()
	const rows = await readDb()
		.select({
			slug: series.slug,
			name: series.name,
			description: series.description,
			publishAt: articles.publishAt,
		})
		.from(seriesParts)
		.innerJoin(series, eq(series.id, seriesParts.seriesId))
		.innerJoin(articles, eq(articles.id, seriesParts.articleId))
		.where(isLive())
		.orderBy(desc(articles.publishAt), desc(articles.id))
	const bySlug = new Map<string, ListedSeries>()
	for (const { publishAt, ...name } of rows) {
		const known = bySlug.get(name.slug)
		if (known) known.parts += 1
		else bySlug.set(name.slug, { ...name, parts: 1, lastAt: publishAt ?? new Date() })
	}
	return [...bySlug.values()].slice(0, SERIES_MAX)
}
