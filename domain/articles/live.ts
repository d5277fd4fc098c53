import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { articles } from '@/db/schema'
import type { Tx } from '@/db/write'
import { Refusal } from '@/lib/refusal'

/** What readers may see at this moment. Decided when asked, so no job has to run for a story to appear. */
export const isLive = (at = new Date()) =>
	and(isNotNull(articles.publishedRevisionId), lte(articles.publishAt, at), isNull(articles.withdrawnAt))

/** @throws Refusal when readers cannot take part in this article (any more) */
export async function demandLive(
	tx: Tx,
	articleId: number,
): Promise<{ slug: string; commentsClosedAt: Date | null }> {
	const [article] = await tx
		.select({ slug: articles.slug, commentsClosedAt: articles.commentsClosedAt })
		.from(articles)
		.where(and(eq(articles.id, articleId), isLive()))
	if (!article) throw new Refusal('unknown', 'This story is not on the site.')
	return article
}
