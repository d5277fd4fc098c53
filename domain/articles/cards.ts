import { and, asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { read } from '@/db/connection'
import { articles, commentTallies, people, revisionBylines, revisions, sections } from '@/db/schema'
import { dependsOn } from '@/lib/changes'
import { photoViews } from '../photos/views'
import { readTime } from '../read-time'
import { siteSettings } from '../settings'
import { isLive } from './live'
import type { ArticleCard } from './views'

type Wanted = {
	where?: SQL | undefined
	limit: number
	offset?: number
	oldestFirst?: boolean
	/** Published by this instant; now if absent. */
	at?: Date
}

/** Live articles by publish date, newest first, as cards: four queries however many there are. */
export async function liveCards({
	where,
	limit,
	offset = 0,
	oldestFirst,
	at,
}: Wanted): Promise<ArticleCard[]> {
	const order = oldestFirst ? asc : desc
	// Chosen from the index alone: what an offset passes over is never fetched.
	const chosen = read()
		.select({ id: articles.id })
		.from(articles)
		.where(and(isLive(at), where))
		.orderBy(order(articles.publishAt), order(articles.id))
		.limit(limit)
		.offset(offset)
	const rows = await read()
		.select({ article: articles, revision: revisions, section: sections, comments: commentTallies.approved })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.leftJoin(sections, eq(sections.id, articles.sectionId))
		.leftJoin(commentTallies, eq(commentTallies.articleId, articles.id))
		.where(inArray(articles.id, chosen))
		.orderBy(order(articles.publishAt), order(articles.id))
	dependsOn(...rows.flatMap(({ article: { id } }) => [`article:${id}`, `comments:${id}`]))
	const { wordsPerMinute } = await siteSettings()
	const names = await bylineNames(rows.map((row) => row.revision.id))
	const heroes = await photoViews(rows.flatMap((row) => row.revision.heroPhotoId ?? []))
	return rows.map(({ article, revision, section, comments }) => {
		const hero = revision.heroPhotoId ? heroes.get(revision.heroPhotoId) : undefined
		return {
			id: article.id,
			slug: article.slug,
			headline: revision.headline,
			kicker: revision.kicker,
			standfirst: revision.standfirst,
			section: section && { slug: section.slug, name: section.name },
			bylines: names.get(revision.id) ?? [],
			hero: hero ? { ...hero, caption: revision.heroCaption || hero.caption } : null,
			publishedAt: article.publishAt ?? article.createdAt,
			readTime: readTime(revision.wordCount, wordsPerMinute),
			comments: comments ?? 0,
		}
	})
}

export async function countLive(where: SQL | undefined): Promise<number> {
	const [row] = await read().select({ number: count() }).from(articles).where(and(isLive(), where))
	return row?.number ?? 0
}

/** Who is named above each of these revisions, in order: one query however many there are. */
export async function bylineNames(
	revisionIds: number[],
): Promise<Map<number, { slug: string; name: string }[]>> {
	const names = new Map<number, { slug: string; name: string }[]>()
	if (revisionIds.length === 0) return names
	const rows = await read()
		.select({ revisionId: revisionBylines.revisionId, slug: people.slug, name: people.name })
		.from(revisionBylines)
		.innerJoin(people, eq(people.id, revisionBylines.personId))
		.where(inArray(revisionBylines.revisionId, revisionIds))
		.orderBy(revisionBylines.position)
	for (const { revisionId, ...name } of rows) names.set(revisionId, [...(names.get(revisionId) ?? []), name])
	return names
}
