import { and, desc, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles } from '@/db/schema'
import { articleView } from '../articles/find-article'
import { isLive } from '../articles/live'
import { tagAsList } from '../articles/publication-order'
import type { ArticleView } from '../articles/views'
import { type CorrectionView, correctionsOf } from '../corrections'

/** Stories of a feed: those of some days, for programs that ask once an hour. */
export const FEED_STORIES_MAX = 20

/** A story with the time of the last change that readers are told of. */
export type FeedStory = { article: ArticleView; corrections: CorrectionView[]; updatedAt: Date }

/** The newest live stories, each read when it is asked for: a feed may end before the last. */
export async function* newestStories(where: SQL | undefined): AsyncGenerator<FeedStory> {
	await tagAsList()
	const rows = await readDb()
		.select()
		.from(articles)
		.where(and(isLive(), where))
		.orderBy(desc(articles.publishAt), desc(articles.id))
		.limit(FEED_STORIES_MAX)
	for (const row of rows) yield feedStory(row)
}

async function feedStory(row: typeof articles.$inferSelect): Promise<FeedStory> {
	const corrections = await correctionsOf(row.id)
	const article = await articleView(row, row.publishedRevisionId ?? 0)
	const changes = [article.publishedAt, article.updatedAt, corrections.at(-1)?.at].filter((at) => at != null)
	return { article, corrections, updatedAt: new Date(Math.max(...changes.map(Number))) }
}
