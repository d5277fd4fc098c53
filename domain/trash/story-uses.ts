import { and, desc, eq, isNotNull, isNull, ne, not, type SQL } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db'
import { articles, photoUses, revisionBylines, revisions, revisionTags } from '@/db/schema'
import { publicPeriods } from '../articles/public-periods'
import { publicationOf } from '../articles/publication'
import { currentSectionId } from '../articles/section-address'
import { can, type Viewer } from '../permissions'
import { isKept } from './rows'

/** A thing that depends on a row, such as `the live story`, with its name and page if the viewer may see them. */
export type Use = { what: string; name: string | null; href: string | null }

/** Uses listed of one kind. */
export const USES_MAX = 20

/**
 * Stories that readers see, will see or saw with a text of the condition: live, scheduled and withdrawn ones, or by an
 * earlier public version.
 */
export async function storyUses(on: Queryable, viewer: Viewer, texts: SQL | undefined): Promise<Use[]> {
	const published = eq(articles.publishedRevisionId, revisions.id)
	const uses = (await usingRows(on, and(texts, published), USES_MAX)).flatMap(
		(row) => asUse(viewer, row) ?? [],
	)
	if (uses.length > 0) return uses
	return earlierUses(on, viewer, texts)
}

async function earlierUses(on: Queryable, viewer: Viewer, texts: SQL | undefined): Promise<Use[]> {
	const byStory = new Map<number, Row[]>()
	for (const row of await usingRows(on, and(texts, ne(articles.publishedRevisionId, revisions.id))))
		byStory.set(row.article.id, [...(byStory.get(row.article.id) ?? []), row])
	const uses: Use[] = []
	for (const [id, rows] of byStory) {
		const periods = await publicPeriods(id, new Date(), on)
		const row = rows.find(({ revisionId }) => periods.has(revisionId))
		const use = row && asUse(viewer, row)
		if (use) uses.push({ ...use, what: 'an earlier public version of' })
		if (uses.length >= USES_MAX) break
	}
	return uses
}

type Row = { article: typeof articles.$inferSelect; headline: string; revisionId: number }

async function usingRows(on: Queryable, where: SQL | undefined, limit?: number): Promise<Row[]> {
	const query = on
		.select({ article: articles, headline: revisions.headline, revisionId: revisions.id })
		.from(revisions)
		.innerJoin(articles, eq(articles.id, revisions.articleId))
		.where(and(where, isNotNull(articles.publishedRevisionId)))
		.orderBy(desc(revisions.id))
	return limit ? query.limit(limit) : query
}

/** Null for a story that readers neither see nor saw. A headline can be news by itself: see `whereUsed`. */
function asUse(viewer: Viewer, { article, headline }: Row): Use | null {
	const { state } = publicationOf(article)
	if (state !== 'live' && state !== 'scheduled' && state !== 'withdrawn') return null
	if (can(viewer, 'edit any story') || article.createdBy === viewer.person?.id) {
		const href = article.deletedAt ? '/desk/trash' : `/desk/stories/${article.id}`
		return { what: `the ${state} story`, name: headline, href }
	}
	return state === 'live'
		? { what: 'the live story', name: headline, href: `/news/${article.slug}` }
		: { what: `a ${state} story`, name: null, href: null }
}

/** Whether a text names a photograph or the section of the trash, so that it cannot become public. */
export async function namesTrash(on: Queryable, revisionId: number): Promise<boolean> {
	const pictured = await on
		.select({ id: photoUses.photoId })
		.from(photoUses)
		.where(and(eq(photoUses.revisionId, revisionId), not(isKept('photo', photoUses.photoId))))
		.limit(1)
	const placed = await on
		.select({ id: revisions.id })
		.from(revisions)
		.where(
			and(
				eq(revisions.id, revisionId),
				isNotNull(revisions.sectionId),
				isNull(currentSectionId(revisions.sectionId)),
			),
		)
	return pictured.length + placed.length > 0
}

/** Takes tags and authors of the trash off a text that becomes public, so that their return does not change it. */
export async function dropTrashedNames(tx: Tx, revisionId: number): Promise<void> {
	await tx
		.delete(revisionTags)
		.where(and(eq(revisionTags.revisionId, revisionId), not(isKept('tag', revisionTags.tagId))))
	await tx
		.delete(revisionBylines)
		.where(and(eq(revisionBylines.revisionId, revisionId), not(isKept('person', revisionBylines.personId))))
}
