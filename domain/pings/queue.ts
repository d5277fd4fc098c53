import { inArray } from 'drizzle-orm'
import { excluded, type Tx } from '@/db'
import { type articles, PING_KINDS, pings, settings } from '@/db/schema'

type Article = typeof articles.$inferSelect

/**
 * Queues announcements of a change that readers see, in its transaction: they are sent after it, at the publication
 * date. Without an enabled service nothing is queued.
 */
export async function queuePings(tx: Tx, article: Article, values: Partial<Article>): Promise<void> {
	const { publishedRevisionId, publishAt } = { ...article, ...values }
	if (!publishedRevisionId || !publishAt) return
	const enabled = await tx
		.select()
		.from(settings)
		.where(inArray(settings.key, ['websubHub', 'indexNow']))
	const kinds = PING_KINDS.filter((kind) =>
		enabled.some(
			({ key, value }) => Boolean(value) && key === (kind === 'websub' ? 'websubHub' : 'indexNow'),
		),
	)
	if (kinds.length === 0) return
	const now = new Date()
	const dueAt = publishAt > now ? publishAt : now
	await tx
		.insert(pings)
		.values(kinds.map((kind) => ({ kind, articleId: article.id, dueAt, attempts: 0 })))
		.onConflictDoUpdate({
			target: [pings.kind, pings.articleId],
			set: excluded({ dueAt: pings.dueAt, attempts: pings.attempts }),
		})
}
