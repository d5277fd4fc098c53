import { and, asc, count, desc, eq, inArray, type Placeholder, type SQL } from 'drizzle-orm'
import { type Connection, readDb } from '@/db'
import { articles, commentTallies, people, revisionBylines, revisions, sections } from '@/db/schema'
import { dependsOn, expiresAt, personTag } from '@/lib/invalidation'
import { yearsSince } from '@/lib/story-age'
import { photoViews } from '../photos/views'
import { readTime } from '../read-time'
import { siteSettings } from '../settings'
import { isLive } from './live'
import { languageOf } from './translations'
import type { ArticleCard } from './views'

type Wanted = {
	where?: SQL | undefined
	limit: number
	offset?: number
	oldestFirst?: boolean
	/** Published by this instant; default now. */
	at?: Date | Placeholder
}

/** Cards of live articles, newest first: four queries for any number of cards. */
export const liveCards = async (wanted: Wanted): Promise<ArticleCard[]> =>
	asCards(await cardRows(readDb(), wanted))

/** The rows of cards: all columns except the body, which is most of a revision. */
export function cardRows(on: Connection, { where, limit, offset = 0, oldestFirst, at }: Wanted) {
	const order = oldestFirst ? asc : desc
	// The ids are selected from the index alone, so that skipped rows are not fetched.
	const chosen = on
		.select({ id: articles.id })
		.from(articles)
		.where(and(isLive(at), where))
		.orderBy(order(articles.publishAt), order(articles.id))
		.limit(limit)
		.offset(offset)
	return on
		.select({
			article: {
				id: articles.id,
				slug: articles.slug,
				publishAt: articles.publishAt,
				createdAt: articles.createdAt,
				language: articles.language,
			},
			revision: {
				id: revisions.id,
				headline: revisions.headline,
				kicker: revisions.kicker,
				standfirst: revisions.standfirst,
				heroPhotoId: revisions.heroPhotoId,
				heroCaption: revisions.heroCaption,
				wordCount: revisions.wordCount,
			},
			section: { slug: sections.slug, name: sections.name },
			comments: commentTallies.approved,
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.leftJoin(sections, eq(sections.id, articles.sectionId))
		.leftJoin(commentTallies, eq(commentTallies.articleId, articles.id))
		.where(inArray(articles.id, chosen))
		.orderBy(order(articles.publishAt), order(articles.id))
}

export async function asCards(rows: Awaited<ReturnType<typeof cardRows>>): Promise<ArticleCard[]> {
	dependsOn('sections')
	for (const { article } of rows) dependsOn(`article:${article.id}`, `comments:${article.id}`)
	const settings = await siteSettings()
	const names = await bylineNames(rows.map((row) => row.revision.id))
	const heroes = await photoViews(rows.flatMap((row) => row.revision.heroPhotoId ?? []))
	const now = new Date()
	return rows.map(({ article, revision, section, comments }) => {
		const hero = revision.heroPhotoId ? heroes.get(revision.heroPhotoId) : undefined
		const publishedAt = article.publishAt ?? article.createdAt
		return {
			id: article.id,
			slug: article.slug,
			headline: revision.headline,
			kicker: revision.kicker,
			standfirst: revision.standfirst,
			section,
			bylines: names.get(revision.id) ?? [],
			hero: hero ? { ...hero, caption: revision.heroCaption || hero.caption } : null,
			publishedAt,
			yearsOld: ageOf(publishedAt, now),
			readTime: readTime(revision.wordCount, settings.wordsPerMinute),
			comments: comments ?? 0,
			language: languageOf(article, settings),
		}
	})
}

/** Whole years since a publication; the page expires when there is one more. */
export function ageOf(publishedAt: Date, now = new Date()): number {
	const { years, until } = yearsSince(publishedAt, now)
	expiresAt(until)
	return years
}

export async function countLive(where: SQL | undefined): Promise<number> {
	const [row] = await readDb().select({ number: count() }).from(articles).where(and(isLive(), where))
	return row?.number ?? 0
}

/** The names in the byline of each revision, in order: one query for any number of revisions. */
export async function bylineNames(
	revisionIds: number[],
): Promise<Map<number, { slug: string; name: string }[]>> {
	const names = new Map<number, { slug: string; name: string }[]>()
	if (revisionIds.length === 0) return names
	const rows = await readDb()
		.select({
			revisionId: revisionBylines.revisionId,
			personId: people.id,
			slug: people.slug,
			name: people.name,
		})
		.from(revisionBylines)
		.innerJoin(people, eq(people.id, revisionBylines.personId))
		.where(inArray(revisionBylines.revisionId, revisionIds))
		.orderBy(revisionBylines.position)
	for (const { revisionId, personId, ...name } of rows) {
		dependsOn(personTag(personId))
		names.set(revisionId, [...(names.get(revisionId) ?? []), name])
	}
	return names
}
