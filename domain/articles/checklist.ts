import { and, eq, inArray } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { photos, revisions } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { BodyDocument } from '../body/document'
import { photoIdsOf } from '../body/plain-text'
import { type CheckedStory, type CheckItem, storyChecks } from '../body/story-checks'
import { authorize, type Viewer } from '../permissions'
import type { PhotoRecord } from '../photos/fields'
import { missingForPrint } from '../photos/read'
import { hasSections } from '../sections'
import { isKept } from '../trash/rows'
import { bylinesOf } from './bylines'
import type { StoryFields } from './fields'
import { sourcesOf } from './find-article'
import { currentSectionId } from './section-address'

/** `blocks` and `photos` without credit or description prevent publishing, `warnings` do not. */
export type Checklist = { photos: PhotoRecord[]; blocks: CheckItem[]; warnings: CheckItem[] }

/**
 * @param on the open transaction, if the revision is not committed yet
 * @throws Refusal `not-found`
 */
export async function checkStory(revisionId: number, on: Queryable = readDb()): Promise<Checklist> {
	const [revision] = await on.select().from(revisions).where(eq(revisions.id, revisionId))
	if (!revision) throw new Refusal('not-found', 'This version of the story is no longer there.')
	const [section] = await on
		.select({ id: currentSectionId(revisions.sectionId) })
		.from(revisions)
		.where(eq(revisions.id, revisionId))
	return checksOf(on, {
		headline: revision.headline,
		standfirst: revision.standfirst ?? '',
		section: section?.id ?? null,
		bylines: (await bylinesOf(revisionId, on)).length,
		sources: (await sourcesOf(revisionId, on)).length,
		heroPhotoId: revision.heroPhotoId,
		body: revision.body as BodyDocument,
	})
}

/** Checks a story as typed, saved or not. @throws Refusal */
export async function checkFields(viewer: Viewer, fields: StoryFields): Promise<Checklist> {
	authorize(viewer, 'write stories')
	return checksOf(readDb(), {
		...fields,
		bylines: fields.bylines.filter(Boolean).length,
		sources: fields.sources.filter(({ name, url }) => name || url).length,
	})
}

async function checksOf(on: Queryable, story: CheckedStory): Promise<Checklist> {
	const ids = [...(story.heroPhotoId ? [story.heroPhotoId] : []), ...photoIdsOf(story.body)]
	const kept = await keptPhotos(on, [...new Set(ids)])
	const { blocks, warnings } = storyChecks(story, await sectionWords())
	const removed = [...new Set(ids)].filter((id) => !kept.some((photo) => photo.id === id))
	return {
		photos: kept.filter((photo) => missingForPrint(photo).length > 0),
		blocks: [...removed.map((id) => removedItem(id, story)), ...blocks],
		warnings,
	}
}

const removedItem = (id: number, { heroPhotoId }: CheckedStory): CheckItem => ({
	text: `Photograph ${id} was removed. Take it out of the story, or restore it from the trash.`,
	field: id === heroPhotoId ? 'heroPhotoId' : 'body',
})

const sectionWords = async (): Promise<string> =>
	(await hasSections())
		? 'Choose a section.'
		: 'There is no section yet; an owner or administrator makes one under “Sections”.'

/** The photographs without those of the trash, in the order of the story. */
async function keptPhotos(on: Queryable, ids: number[]): Promise<PhotoRecord[]> {
	if (ids.length === 0) return []
	const rows = await on
		.select()
		.from(photos)
		.where(and(inArray(photos.id, ids), isKept('photo', photos.id)))
	return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** Sentences of the reasons against publishing; photographs are counted, and listed by the publish panel. */
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
