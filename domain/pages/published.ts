import { asc, eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { pageRevisions, pages } from '@/db/schema'
import { cachedByTag } from '@/lib/cached-by-tag'
import { slugSpellings } from '@/lib/slug'
import type { PhotoView } from '../articles/views'
import type { BodyDocument } from '../body/document'
import { photoIdsOf } from '../body/plain-text'
import { photoViews } from '../photos/views'

/** A page as menus link it. */
export type PageName = { id: number; slug: string; title: string }

export type PageView = {
	slug: string
	title: string
	body: BodyDocument
	photos: Record<number, PhotoView>
	/** Time of the save that readers see. */
	changedAt: Date
}

/** The published pages in their order. */
export const publishedPages = cachedByTag(
	'pages',
	async (): Promise<PageName[]> =>
		readDb()
			.select({ id: pages.id, slug: pages.slug, title: pageRevisions.title })
			.from(pages)
			.innerJoin(pageRevisions, eq(pageRevisions.id, pages.publishedRevisionId))
			.orderBy(asc(pages.position), asc(pages.id)),
)

/** The slug of a published page; null if there is none at this address. */
export async function publishedSlug(slug: string): Promise<string | null> {
	const spellings = slugSpellings(slug)
	return (await publishedPages()).find((page) => spellings.includes(page.slug))?.slug ?? null
}

export async function findPublishedPage(slug: string): Promise<PageView | null> {
	const stored = await publishedSlug(slug)
	if (!stored) return null
	const [found] = await readDb()
		.select({ revision: pageRevisions })
		.from(pages)
		.innerJoin(pageRevisions, eq(pageRevisions.id, pages.publishedRevisionId))
		.where(eq(pages.slug, stored))
	if (!found) return null
	const { title, body, savedAt } = found.revision
	const document = body as BodyDocument
	const photos = await photoViews(photoIdsOf(document))
	return { slug: stored, title, body: document, photos: Object.fromEntries(photos), changedAt: savedAt }
}
