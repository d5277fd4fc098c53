import { and, eq } from 'drizzle-orm'
import type { Queryable } from '@/db'
import { articles, revisionBylines } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { can, type StaffViewer } from '../permissions'

/**
 * The article, if the viewer may edit it: editors all, contributors those they started, are assigned to or are bylined
 * on. A story in the trash is restored first.
 *
 * @throws Refusal `not-found`, the same for a missing story and one of another author
 */
export async function requireEditable(tx: Queryable, viewer: StaffViewer, articleId: number) {
	const article = await requireOwn(tx, viewer, articleId)
	if (!article.deletedAt) return article
	throw new Refusal('not-found', 'This story is in the trash, from which it can be restored.')
}

/** As `requireEditable`, for a story in the trash. */
export async function requireTrashed(tx: Queryable, viewer: StaffViewer, articleId: number) {
	const article = await requireOwn(tx, viewer, articleId)
	if (article.deletedAt) return article
	throw new Refusal('not-found', 'This story is not in the trash any more.')
}

async function requireOwn(tx: Queryable, viewer: StaffViewer, articleId: number) {
	const [article] = await tx.select().from(articles).where(eq(articles.id, articleId))
	if (article && (can(viewer, 'edit any story') || (await isAuthor(tx, viewer, article)))) return article
	throw new Refusal('not-found', 'There is no such story among those you may edit.')
}

async function isAuthor(
	tx: Queryable,
	viewer: StaffViewer,
	article: typeof articles.$inferSelect,
): Promise<boolean> {
	if (article.createdBy === viewer.person.id || article.assignedTo === viewer.person.id) return true
	if (!article.headRevisionId) return false
	const [byline] = await tx
		.select({ personId: revisionBylines.personId })
		.from(revisionBylines)
		.where(
			and(
				eq(revisionBylines.revisionId, article.headRevisionId),
				eq(revisionBylines.personId, viewer.person.id),
			),
		)
	return byline !== undefined
}
