import { and, eq } from 'drizzle-orm'
import { type Queryable, readDb, write } from '@/db'
import { auditEvents, pageRevisions, pages } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'

/** Whether a page can be deleted: no reader has ever seen it. */
export async function isPageDeletable(viewer: Viewer, id: number): Promise<boolean> {
	authorize(viewer, 'edit pages')
	const [page] = await readDb().select().from(pages).where(eq(pages.id, id))
	return page !== undefined && !(await wasPublished(readDb(), page))
}

/** Deletes a page that was never published, with its versions. @throws Refusal `not-found` or `conflict` */
export async function deletePage(viewer: Viewer, id: number): Promise<void> {
	authorize(viewer, 'edit pages')
	await write(async (tx) => {
		await tx.lock('page', id)
		const [page] = await tx.select().from(pages).where(eq(pages.id, id))
		if (!page) throw new Refusal('not-found', 'This page is no longer there.')
		if (await wasPublished(tx, page))
			throw new Refusal(
				'conflict',
				'Readers have seen this page, so its text is kept. It can be taken off the site.',
			)
		const [head] = await tx
			.select({ title: pageRevisions.title })
			.from(pageRevisions)
			.where(eq(pageRevisions.id, page.headRevisionId ?? 0))
		await tx.delete(pages).where(eq(pages.id, id))
		await audit(tx, viewer, 'delete page', `page:${id}`, { title: head?.title ?? '', slug: page.slug })
	})
}

async function wasPublished(on: Queryable, page: typeof pages.$inferSelect): Promise<boolean> {
	if (page.publishedRevisionId !== null) return true
	const [event] = await on
		.select({ id: auditEvents.id })
		.from(auditEvents)
		.where(and(eq(auditEvents.subject, `page:${page.id}`), eq(auditEvents.action, 'publish page')))
		.limit(1)
	return event !== undefined
}
