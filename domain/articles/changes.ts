import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { articles } from '@/db/schema'
import { queuePings } from '../pings/queue'
import { relateStory } from '../related/similar'
import { indexStory } from '../search/index-story'
import { tagsTouchedByPublishing } from './publication-order'

type Article = typeof articles.$inferSelect

export type Changes = { from: Partial<Article>; to: Partial<Article> }

/** The columns of an article that `values` changes: their old and their new values, as audit events keep them. */
export function changesOf(article: Article, values: Partial<Article>): Changes {
	const changed = (Object.keys(values) as (keyof Article)[]).filter(
		(name) => values[name] !== undefined && !isDeepStrictEqual(article[name], values[name]),
	)
	const valuesIn = (row: Partial<Article>) => Object.fromEntries(changed.map((name) => [name, row[name]]))
	return { from: valuesIn(article), to: valuesIn(values) }
}

/**
 * Updates columns of a story, indexes it, relates a published text to similar ones, and invalidates the pages around
 * its former and its new place in publication order.
 */
export async function changePublication(tx: Tx, article: Article, values: Partial<Article>): Promise<void> {
	if (Object.keys(values).length === 0) return
	await tx.update(articles).set(values).where(eq(articles.id, article.id))
	await indexStory(tx, article.id)
	if (values.publishedRevisionId)
		await relateStory(tx, { articleId: article.id, revisionId: values.publishedRevisionId })
	for (const publishAt of [article.publishAt, values.publishAt])
		if (publishAt) tx.changed(...(await tagsTouchedByPublishing(tx, article.id, publishAt)))
	await queuePings(tx, article, values)
}
