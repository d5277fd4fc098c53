import { eq, inArray } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { photos, photoUses, revisions } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { BodyDocument } from '../body/document'
import type { PhotoRecord } from '../photos/fields'
import { missingForPrint } from '../photos/read'
import { hasSections } from '../sections'
import { bylinesOf } from './bylines'
import { sourcesOf } from './find-article'

/** A sentence for the editor, and the field of the story form that it is about. */
export type CheckItem = { text: string; field: string }

/** `blocks` and `photos` without credit or description prevent publishing, `warnings` do not. */
export type Checklist = { photos: PhotoRecord[]; blocks: CheckItem[]; warnings: CheckItem[] }

/**
 * @param on the open transaction, if the revision is not committed yet
 * @throws Refusal `not-found`
 */
export async function checkStory(revisionId: number, on: Queryable = readDb()): Promise<Checklist> {
	const [revision] = await on.select().from(revisions).where(eq(revisions.id, revisionId))
	if (!revision) throw new Refusal('not-found', 'This version of the story is no longer there.')
	const body = revision.body as BodyDocument
	const blocks: CheckItem[] = []
	if (!revision.sectionId) blocks.push({ text: await sectionWords(), field: 'section' })
	if (body.content.length === 0) blocks.push({ text: 'The story has no text yet.', field: 'body' })
	if ((await bylinesOf(revisionId, on)).length === 0)
		blocks.push({ text: 'Name an author.', field: 'bylines' })
	const warnings: CheckItem[] = []
	if (!revision.standfirst)
		warnings.push({
			text: 'There is no standfirst; lists and share cards will show none.',
			field: 'standfirst',
		})
	if (!revision.heroPhotoId) warnings.push({ text: 'There is no lead photograph.', field: 'heroPhotoId' })
	if ((await sourcesOf(revisionId, on)).length === 0)
		warnings.push({ text: 'No source is named.', field: 'sources' })
	return { photos: await incompletePhotos(on, revisionId), blocks, warnings }
}

const sectionWords = async (): Promise<string> =>
	(await hasSections())
		? 'Choose a section.'
		: 'There is no section yet; an owner or administrator makes one under “Sections”.'

/** Photographs without credit or description, each once, in the order of the story. */
async function incompletePhotos(on: Queryable, revisionId: number): Promise<PhotoRecord[]> {
	const uses = await on
		.select({ photoId: photoUses.photoId })
		.from(photoUses)
		.where(eq(photoUses.revisionId, revisionId))
		.orderBy(photoUses.position)
	const ids = [...new Set(uses.map((use) => use.photoId))]
	if (ids.length === 0) return []
	const rows = await on.select().from(photos).where(inArray(photos.id, ids))
	return rows
		.filter((photo) => missingForPrint(photo).length > 0)
		.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** Sentences of what prevents publishing; the photographs are counted, and the publish panel shows them. */
export function blockWords({ photos: incomplete, blocks }: Checklist): string[] {
	return [...photoWords(incomplete), ...blocks.map(({ text }) => text)]
}

const MISSING = { credit: 'no credit', alt: 'no description for blind readers' }

function photoWords(incomplete: PhotoRecord[]): string[] {
	if (incomplete.length === 0) return []
	const lacks = [...new Set(incomplete.flatMap(missingForPrint))].map((field) => MISSING[field])
	if (incomplete.length === 1)
		return [`One photograph has ${lacks.join(' and ')}; it is shown under “Publishing”.`]
	return [`${incomplete.length} photographs have ${lacks.join(' or ')}; they are shown under “Publishing”.`]
}
