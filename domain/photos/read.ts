import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import { read } from '@/db/connection'
import { articles, photos, photoUses, revisions } from '@/db/schema'
import { demand, may, type Viewer } from '@/domain/permissions'
import { creditLine } from '@/lib/media'
import type { PhotoRecord } from './fields'

/** A page of the photo desk. */
const LIST_LIMIT_MAX = 100
/** More words than anyone searches for; each one reads the whole table. */
const QUERY_TERMS_MAX = 8

export async function findPhoto(id: number): Promise<PhotoRecord | null> {
	const [photo] = await read().select().from(photos).where(eq(photos.id, id))
	return photo ?? null
}

/** Newest first. `before` is the id of the last photograph already shown; every word of `query` must occur. */
export async function listPhotos(
	viewer: Viewer,
	{ query = '', limit, before }: { query?: string; limit: number; before?: number },
): Promise<PhotoRecord[]> {
	demand(viewer, 'keep photographs')
	const terms = query.split(/\s+/).filter(Boolean).slice(0, QUERY_TERMS_MAX)
	const older = before === undefined ? undefined : lt(photos.id, before)
	return read()
		.select()
		.from(photos)
		.where(and(older, ...terms.map(mentions)))
		.orderBy(desc(photos.id))
		.limit(Math.max(1, Math.min(limit, LIST_LIMIT_MAX)))
}

function mentions(term: string): SQL | undefined {
	const pattern = `%${term.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
	const { caption, credit, creator, agency, alt, city } = photos
	const columns = [caption, credit, creator, agency, alt, city]
	return or(...columns.map((column) => sql`lower(${column}) like ${pattern} escape '\\'`))
}

/** What a photograph still needs before it may be printed; a reason why no credit is known stands for one. */
export function missingForPrint({
	credit,
	noCreditReason,
	alt,
}: Pick<PhotoRecord, 'credit' | 'noCreditReason' | 'alt'>): ('credit' | 'alt')[] {
	const missing: ('credit' | 'alt')[] = []
	if (!creditLine(credit ?? '') && !noCreditReason) missing.push('credit')
	if (!alt?.trim()) missing.push('alt')
	return missing
}

export type PhotoUse = { articleId: number; slug: string; headline: string; published: boolean }

/**
 * The articles that print the photograph or will when published next, newest first. Of unpublished ones
 * only those this person may open: a headline can be news by itself.
 */
export async function whereUsed(viewer: Viewer, photoId: number): Promise<PhotoUse[]> {
	demand(viewer, 'keep photographs')
	const rows = await read()
		.selectDistinct({
			articleId: articles.id,
			slug: articles.slug,
			headline: revisions.headline,
			createdBy: articles.createdBy,
			publishAt: articles.publishAt,
			publishedRevisionId: articles.publishedRevisionId,
			revisionId: revisions.id,
		})
		.from(photoUses)
		.innerJoin(revisions, eq(revisions.id, photoUses.revisionId))
		.innerJoin(
			articles,
			or(eq(articles.publishedRevisionId, revisions.id), eq(articles.headRevisionId, revisions.id)),
		)
		.where(eq(photoUses.photoId, photoId))
		.orderBy(desc(revisions.id))
	const uses = new Map<string, PhotoUse>()
	const seesAll = may(viewer, 'edit any story')
	const now = new Date()
	for (const { articleId, slug, headline, createdBy, ...row } of rows) {
		const published =
			row.revisionId === row.publishedRevisionId && row.publishAt !== null && row.publishAt <= now
		const mayKnow = published || seesAll || createdBy === viewer.person.id
		if (mayKnow && (published || !uses.has(slug))) uses.set(slug, { articleId, slug, headline, published })
	}
	return [...uses.values()]
}
