import { and, desc, eq, gt, isNotNull, isNull, min, ne, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { prepared, readDb, type Tx } from '@/db'
import { articles, seriesParts } from '@/db/schema'
import { type CacheTag, dependsOn, expiresAt } from '@/lib/invalidation'

/** Adds the tags of a page that lists stories, and expires it when the next scheduled story appears. */
export async function tagAsList(): Promise<void> {
	dependsOn('lists')
	expiresAt(await nextScheduled())
}

/** The publish time of the next scheduled story, or null. */
export async function nextScheduled(after = new Date()): Promise<Date | null> {
	const [next] = await nextScheduledAfter(readDb(), { after })
	return next?.at ?? null
}

/** Published or scheduled, and not withdrawn. */
const isPublished = and(isNotNull(articles.publishedRevisionId), isNull(articles.withdrawnAt))

const nextScheduledAfter = prepared(['after'], (on, { after }) =>
	on
		.select({ at: min(articles.publishAt) })
		.from(articles)
		.where(and(isPublished, gt(articles.publishAt, sql.param(after, articles.publishAt)))),
)

/**
 * The tags that publishing, changing or withdrawing a story invalidates: its own, the lists, its series, and the
 * previous and next stories, because their pages name it as their neighbour.
 */
export async function tagsTouchedByPublishing(tx: Tx, id: number, publishAt: Date): Promise<CacheTag[]> {
	const nearest = (where: SQL | undefined, newestFirst: boolean) =>
		tx
			.select({ id: articles.id })
			.from(articles)
			.where(and(isPublished, ne(articles.id, id), where))
			.orderBy(
				...(newestFirst ? [desc(articles.publishAt), desc(articles.id)] : [articles.publishAt, articles.id]),
			)
			.limit(1)
	const [before] = await nearest(publishedBefore(publishAt, id), true)
	const [after] = await nearest(publishedAfter(publishAt, id), false)
	const neighbours = [id, before?.id, after?.id].filter((each) => each !== undefined)
	const [place] = await tx
		.select({ id: seriesParts.seriesId })
		.from(seriesParts)
		.where(eq(seriesParts.articleId, id))
	const inSeries = place ? [`series:${place.id}` as const] : []
	return [`article:${id}`, 'lists', ...inSeries, ...neighbours.map((each) => `neighbours:${each}` as const)]
}

/**
 * Publication order: by publish date, then by id. Compared as one row value, so the index search starts at it.
 */
export const publishedBefore = (publishAt: Date | Placeholder, id: number | Placeholder): SQL =>
	sql`(${articles.publishAt}, ${articles.id}) < (${sql.param(publishAt, articles.publishAt)}, ${id})`

export const publishedAfter = (publishAt: Date | Placeholder, id: number | Placeholder): SQL =>
	sql`(${articles.publishAt}, ${articles.id}) > (${sql.param(publishAt, articles.publishAt)}, ${id})`
