import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { articles, siteIdentity } from '@/db/schema'
import { relateStory } from './similar'

/** Stories related in one transaction, some milliseconds each. */
const STORIES_AT_ONCE = 5
/** Pace in a server, where votes and comments wait for each transaction: a tenth of the time, in short turns. */
export const SERVER_PACE = { atOnce: 1, share: 0.1 }

/** `share`: part of the time, above 0; the rest is paused. */
type Pace = { atOnce?: number; share?: number }

/**
 * Finds the similar stories of those published by a release that did not: once in the life of a database, continuing
 * where the last run ended. Needs the search index. A story published meanwhile relates itself. @returns the number of
 * stories
 */
export async function relateEarlierStories({
	atOnce = STORIES_AT_ONCE,
	share = 1,
}: Pace = {}): Promise<number> {
	let related = 0
	while ((await relatedUpTo()) !== null) {
		const start = performance.now()
		related += await write((tx) => relateNext(tx, atOnce))
		await sleep((performance.now() - start) * (1 / share - 1))
	}
	return related
}

/** Id up to which stories have been related; null if all have. */
async function relatedUpTo(on: Pick<Tx, 'select'> = readDb()): Promise<number | null> {
	const [site] = await on.select({ id: siteIdentity.relatedUpTo }).from(siteIdentity)
	return site?.id ?? null
}

async function relateNext(tx: Tx, limit: number): Promise<number> {
	await tx.lock('related', 'earlier')
	const after = await relatedUpTo(tx)
	if (after === null) return 0
	const stories = await tx
		.select({ id: articles.id })
		.from(articles)
		.where(
			and(
				gt(articles.id, after),
				isNotNull(articles.publishedRevisionId),
				isNull(articles.withdrawnAt),
				isNull(articles.deletedAt),
			),
		)
		.orderBy(asc(articles.id))
		.limit(limit)
	for (const { id } of stories) await relatePublished(tx, id)
	await tx.update(siteIdentity).set({ relatedUpTo: stories.at(-1)?.id ?? null })
	return stories.length
}

/** Reads the published revision behind the lock, as it may change until then. */
async function relatePublished(tx: Tx, articleId: number): Promise<void> {
	await tx.lock('article', articleId)
	const [story] = await tx
		.select({ revisionId: articles.publishedRevisionId })
		.from(articles)
		.where(eq(articles.id, articleId))
	if (story?.revisionId) await relateStory(tx, { articleId, revisionId: story.revisionId })
}
