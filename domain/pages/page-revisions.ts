import { and, desc, eq, lt } from 'drizzle-orm'
import { readDb } from '@/db'
import { pageRevisions, people } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { BodyDocument } from '../body/document'
import type { Viewer } from '../permissions'
import { findPage, type PageFields } from './pages'

/** Saves of a page shown at once, each with its text. */
export const PAGE_REVISIONS_SHOWN = 20

/** One save of a page. */
export type PageRevision = PageFields & {
	id: number
	savedAt: Date
	savedBy: string | null
	/** Whether readers see this save. */
	published: boolean
}

/**
 * Saves of a page, newest first. `before` is the cursor: the id of the last save of the previous part; `next` is that
 * of the following part, null at the end.
 *
 * @throws Refusal `not-found`
 */
export async function listPageRevisions(
	viewer: Viewer,
	pageId: number,
	before: number | null = null,
): Promise<{ revisions: PageRevision[]; next: number | null }> {
	const { publishedRevisionId } = await findPage(viewer, pageId)
	const rows = await readDb()
		.select({ revision: pageRevisions, savedBy: people.name })
		.from(pageRevisions)
		.leftJoin(people, eq(people.id, pageRevisions.savedBy))
		.where(and(eq(pageRevisions.pageId, pageId), before ? lt(pageRevisions.id, before) : undefined))
		.orderBy(desc(pageRevisions.id))
		.limit(PAGE_REVISIONS_SHOWN + 1)
	const revisions = rows.slice(0, PAGE_REVISIONS_SHOWN).map(({ revision, savedBy }) => ({
		id: revision.id,
		title: revision.title,
		body: revision.body as BodyDocument,
		savedAt: revision.savedAt,
		savedBy,
		published: revision.id === publishedRevisionId,
	}))
	return { revisions, next: rows.length > revisions.length ? (revisions.at(-1)?.id ?? null) : null }
}

/** Title and text of a save. @throws Refusal `not-found` */
export async function findPageRevision(viewer: Viewer, pageId: number, id: number): Promise<PageFields> {
	await findPage(viewer, pageId)
	const [row] = await readDb()
		.select({ title: pageRevisions.title, body: pageRevisions.body })
		.from(pageRevisions)
		.where(and(eq(pageRevisions.pageId, pageId), eq(pageRevisions.id, id)))
	if (!row) throw new Refusal('not-found', 'This version is no longer there.')
	return { title: row.title, body: row.body as BodyDocument }
}
