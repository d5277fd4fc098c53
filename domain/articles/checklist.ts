import { eq, inArray } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { photos, photoUses, revisions } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { BodyDocument } from '../body/document'
import { missingForPrint } from '../photos/read'
import { hasSections } from '../sections'
import { bylinesOf, sourcesOf } from './find-article'

/** Sentences for the editor: `blocks` prevent publishing, `warnings` do not. */
export type Checklist = { blocks: string[]; warnings: string[] }

/**
 * @param on the open transaction, if the revision is not committed yet
 * @throws Refusal `not-found`
 */
export async function checkStory(revisionId: number, on: Queryable = readDb()): Promise<Checklist> {
	const [revision] = await on.select().from(revisions).where(eq(revisions.id, revisionId))
	if (!revision) throw new Refusal('not-found', 'This version of the story is no longer there.')
	const body = revision.body as BodyDocument
	const blocks = await photoBlocks(on, revisionId)
	if (!revision.sectionId)
		blocks.push(
			(await hasSections())
				? 'Choose a section.'
				: 'There is no section yet; an owner or administrator makes one under “Sections”.',
		)
	if (body.content.length === 0) blocks.push('The story has no text yet.')
	if ((await bylinesOf(revisionId, on)).length === 0) blocks.push('Name an author.')
	const warnings: string[] = []
	if (!revision.standfirst) warnings.push('There is no standfirst; lists and share cards will show none.')
	if (!revision.heroPhotoId) warnings.push('There is no lead photograph.')
	if ((await sourcesOf(revisionId, on)).length === 0) warnings.push('No source is named.')
	return { blocks, warnings }
}

async function photoBlocks(on: Queryable, revisionId: number): Promise<string[]> {
	const uses = await on
		.select({ photoId: photoUses.photoId })
		.from(photoUses)
		.where(eq(photoUses.revisionId, revisionId))
	const ids = [...new Set(uses.map((use) => use.photoId))]
	if (ids.length === 0) return []
	const rows = await on.select().from(photos).where(inArray(photos.id, ids))
	return rows.flatMap((photo) =>
		missingForPrint(photo).map((field) => `Photograph ${photo.id} ${MISSING[field]}.`),
	)
}

const MISSING = { credit: 'has no credit', alt: 'has no description for blind readers (alt)' }
