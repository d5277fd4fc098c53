import { and, desc, eq, gt, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { articleView, findLiveRow } from '../articles/find-article'
import { isLive } from '../articles/live'
import { wasPublic } from '../articles/publication'
import { publishedBefore, tagAsList } from '../articles/publication-order'
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

/** A page of live stories, newest first, and the id to continue with. */
export type StoryPage = { stories: FeedStory[]; next: number | null }

/**
 * The stories published before one that was public, or the newest. A page starts at a story and not at a number, so that
 * a new story moves no other to another page. Null without such a story.
 */
export async function storiesBefore(id: number | null): Promise<StoryPage | null> {
	await tagAsList()
	let where: SQL | undefined
	if (id !== null) {
		dependsOn(`article:${id}`)
		const [start] = await readDb().select().from(articles).where(eq(articles.id, id))
		if (!start?.publishAt || start.deletedAt || !wasPublic(start)) return null
		where = publishedBefore(start.publishAt, start.id)
	}
	const rows = await readDb()
		.select()
		.from(articles)
		.where(and(isLive(), where))
		.orderBy(desc(articles.publishAt), desc(articles.id))
		.limit(FEED_STORIES_MAX + 1)
	const shown = rows.slice(0, FEED_STORIES_MAX)
	const stories: FeedStory[] = []
	for (const row of shown) stories.push(await feedStory(row))
	return { stories, next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null }
}

/** Ids of the live stories that are dated after a time, newest first. */
export async function storiesSince(since: Date, limit: number): Promise<number[]> {
	await tagAsList()
	const rows = await readDb()
		.select({ id: articles.id })
		.from(articles)
		.where(and(isLive(), gt(articles.publishAt, since)))
		.orderBy(desc(articles.publishAt), desc(articles.id))
		.limit(limit)
	return rows.map(({ id }) => id)
}

/** A live story by its id; null if there is none. */
export async function liveStoryById(id: number): Promise<FeedStory | null> {
	dependsOn(`article:${id}`)
	const [row] = await readDb()
		.select()
		.from(articles)
		.where(and(eq(articles.id, id), isLive()))
	return row ? feedStory(row) : null
}

/** A live story by its present slug; null if there is none. */
export async function liveStoryBySlug(slug: string): Promise<FeedStory | null> {
	const found = await findLiveRow(slug)
	return found.kind === 'live' ? feedStory(found.row) : null
}

async function feedStory(row: typeof articles.$inferSelect): Promise<FeedStory> {
	const corrections = await correctionsOf(row.id)
	const article = await articleView(row, row.publishedRevisionId ?? 0)
	const changes = [article.publishedAt, article.updatedAt, corrections.at(-1)?.at].filter((at) => at != null)
	return { article, corrections, updatedAt: new Date(Math.max(...changes.map(Number))) }
}
