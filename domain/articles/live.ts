import { and, eq, isNotNull, isNull, lte, type Placeholder, sql } from 'drizzle-orm'
import { prepared, readDb, type Tx } from '@/db'
import { articles } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import type { OwnChoices } from './responses'

/**
 * Condition of a query: visible to readers at `at`. Evaluated at query time, so scheduled stories need no job.
 */
export const isLive = (at: Date | Placeholder = new Date()) =>
	and(
		isNotNull(articles.publishedRevisionId),
		lte(articles.publishAt, sql.param(at, articles.publishAt)),
		isNull(articles.withdrawnAt),
	)

const liveById = prepared(['id', 'at'], (on, { id, at }) =>
	on
		.select({
			slug: articles.slug,
			sectionId: articles.sectionId,
			commentsPolicy: articles.commentsPolicy,
			commentsFrom: articles.commentsFrom,
			commentsClosedAt: articles.commentsClosedAt,
			commentsClosedReason: articles.commentsClosedReason,
			moodsShown: articles.moodsShown,
			ratingsShown: articles.ratingsShown,
			publishAt: articles.publishAt,
			appearedAt: articles.appearedAt,
		})
		.from(articles)
		.where(and(eq(articles.id, id), isLive(at))),
)

/** A live article's own choices; null if it is not live. */
export async function liveChoices(articleId: number): Promise<OwnChoices | null> {
	const [article] = await liveById(readDb(), { id: articleId, at: new Date() })
	return article ?? null
}

/** @throws Refusal `not-found` if the article is not live */
export async function requireLive(tx: Tx, articleId: number): Promise<{ slug: string } & OwnChoices> {
	const [article] = await liveById(tx, { id: articleId, at: new Date() })
	if (!article) throw new Refusal('not-found', messages().refusals.storyGone)
	return article
}
