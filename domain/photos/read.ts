import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, desc, eq, lt, lte, or } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, photos, photoUses, revisions } from '@/db/schema'
import type { PhotoView } from '@/domain/articles/views'
import { authorize, can, type Viewer } from '@/domain/permissions'
import { isKept } from '@/domain/trash/rows'
import { foldText, searchTerms } from '@/lib/fold-text'
import { creditLine } from '@/lib/photo-paths'
import type { PhotoRecord } from './fields'
import { rightsState, siteDay, warnedUntil } from './rights'
import { photoView } from './views'

/** Photographs per page of the photo desk. */
const LIST_LIMIT_MAX = 100
/** Photographs per page of a picker: four rows of its dialog. */
const PICKER_PAGE = 24
/** Photographs searched per turn of the event loop: some milliseconds. */
const SEARCHED_AT_ONCE = 200

/** Null for a missing photograph and one in the trash. */
export async function findPhoto(id: number): Promise<PhotoRecord | null> {
	const [photo] = await readDb()
		.select()
		.from(photos)
		.where(and(eq(photos.id, id), isKept('photo', photos.id)))
	return photo ?? null
}

type PhotoListing = { query?: string; limit: number; before?: number; rightsDue?: boolean }

/**
 * Photographs, newest first. `before`: id of the last one of the previous page. Every word of `query` must
 * occur in the texts or equal the id. `rightsDue`: only those with ended or soon ending rights. `limit` is
 * capped at 100.
 */
export async function listPhotos(
	viewer: Viewer,
	{ query = '', limit, before, rightsDue = false }: PhotoListing,
): Promise<PhotoRecord[]> {
	authorize(viewer, 'keep photographs')
	const size = Math.max(1, Math.min(limit, LIST_LIMIT_MAX))
	const terms = searchTerms(query)
	const endBy = rightsDue ? warnedUntil(await siteDay()) : undefined
	if (terms.length === 0) return photosBefore(before, size, endBy)
	const found: PhotoRecord[] = []
	for (let next = before; ; ) {
		const batch = await photosBefore(next, SEARCHED_AT_ONCE, endBy)
		found.push(...batch.filter((photo) => mentions(photo, terms)))
		if (found.length >= size || batch.length < SEARCHED_AT_ONCE) return found.slice(0, size)
		next = batch.at(-1)?.id
		await nextTurn()
	}
}

const photosBefore = (id: number | undefined, limit: number, endBy?: string) =>
	readDb()
		.select()
		.from(photos)
		.where(
			and(
				isKept('photo', photos.id),
				id === undefined ? undefined : lt(photos.id, id),
				endBy ? lte(photos.rightsEndOn, endBy) : undefined,
			),
		)
		.orderBy(desc(photos.id))
		.limit(limit)

/** Terms are literal text. Fields are joined by line ends, so that a term does not match across two. */
function mentions(photo: PhotoRecord, terms: string[]): boolean {
	const { id, caption, credit, creator, agency, alt, city } = photo
	const text = foldText([caption, credit, creator, agency, alt, city].filter(Boolean).join('\n'))
	return terms.every((term) => text.includes(term) || (/^\d{1,15}$/.test(term) && Number(term) === id))
}

export type PhotosPage = { photos: PhotoView[]; more: boolean }

/** A page of the library for a picker, newest first. */
export async function findPhotosPage(
	viewer: Viewer,
	request: { query: string; before?: number },
): Promise<PhotosPage> {
	const found = await listPhotos(viewer, { ...request, limit: PICKER_PAGE + 1 })
	return { photos: found.slice(0, PICKER_PAGE).map(photoView), more: found.length > PICKER_PAGE }
}

/** A part without which no story with the photograph is published. */
export type MissingPart = 'credit' | 'alt' | 'rights'

/** The parts missing for publication on a local day of the site; a reason for no credit replaces the credit. */
export function missingForPrint(
	photo: Pick<PhotoRecord, 'credit' | 'noCreditReason' | 'alt' | 'rightsEndOn'>,
	day: string,
): MissingPart[] {
	const missing: MissingPart[] = []
	if (!creditLine(photo.credit ?? '') && !photo.noCreditReason) missing.push('credit')
	if (!photo.alt?.trim()) missing.push('alt')
	if (rightsState(photo, day) === 'ended') missing.push('rights')
	return missing
}

export type PhotoUse = { articleId: number; slug: string; headline: string; published: boolean }

/**
 * The articles whose published or newest revision contains the photograph, newest first. Unpublished ones are
 * limited to those the viewer started, except with `edit any story`: a headline can be news by itself.
 */
export async function whereUsed(viewer: Viewer, photoId: number): Promise<PhotoUse[]> {
	authorize(viewer, 'keep photographs')
	const rows = await readDb()
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
	const seesAll = can(viewer, 'edit any story')
	const now = new Date()
	for (const { articleId, slug, headline, createdBy, ...row } of rows) {
		const published =
			row.revisionId === row.publishedRevisionId && row.publishAt !== null && row.publishAt <= now
		const isVisible = published || seesAll || createdBy === viewer.person.id
		if (isVisible && (published || !uses.has(slug))) uses.set(slug, { articleId, slug, headline, published })
	}
	return [...uses.values()]
}
