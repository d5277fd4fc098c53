import { and, desc, gt, isNotNull, isNull, min, ne, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { read } from '@/db/connection'
import { prepared } from '@/db/prepared'
import { articles } from '@/db/schema'
import type { Tx } from '@/db/write'
import { type CacheTag, changesAt, dependsOn } from '@/lib/changes'

/** Notes that a page lists stories: it changes with the set of live ones, also when a scheduled one is due. */
export async function dependOnLists(): Promise<void> {
	dependsOn('lists')
	changesAt(await nextAppearance())
}

/** When the next scheduled story appears, or null. */
export async function nextAppearance(after = new Date()): Promise<Date | null> {
	const [next] = await appearanceAfter(read(), { after })
	return next?.at ?? null
}

/** A story that is published or will be, and has not been withdrawn. */
const stands = and(isNotNull(articles.publishedRevisionId), isNull(articles.withdrawnAt))

const appearanceAfter = prepared(['after'], (on, { after }) =>
	on
		.select({ at: min(articles.publishAt) })
		.from(articles)
		.where(and(stands, gt(articles.publishAt, sql.param(after, articles.publishAt)))),
)

/**
 * What shows when a story appears, changes or goes: itself, the lists, and the pages of the stories before
 * and after it, which name it as their neighbour.
 */
export async function tagsOfAppearance(tx: Tx, id: number, publishAt: Date): Promise<CacheTag[]> {
	const nearest = (where: SQL | undefined, newestFirst: boolean) =>
		tx
			.select({ id: articles.id })
			.from(articles)
			.where(and(stands, ne(articles.id, id), where))
			.orderBy(
				...(newestFirst ? [desc(articles.publishAt), desc(articles.id)] : [articles.publishAt, articles.id]),
			)
			.limit(1)
	const [before] = await nearest(beforeThis(publishAt, id), true)
	const [after] = await nearest(afterThis(publishAt, id), false)
	const neighbours = [id, before?.id, after?.id].filter((each) => each !== undefined)
	return [`article:${id}`, 'lists', ...neighbours.map((each) => `neighbours:${each}` as const)]
}

/**
 * The order of stories is by publish date, and by number among those of the same instant. Compared as one
 * pair, so that the index is entered at this very story.
 */
export const beforeThis = (publishAt: Date | Placeholder, id: number | Placeholder): SQL =>
	sql`(${articles.publishAt}, ${articles.id}) < (${sql.param(publishAt, articles.publishAt)}, ${id})`

export const afterThis = (publishAt: Date | Placeholder, id: number | Placeholder): SQL =>
	sql`(${articles.publishAt}, ${articles.id}) > (${sql.param(publishAt, articles.publishAt)}, ${id})`
