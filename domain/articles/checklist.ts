import { and, eq, inArray } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { photos, revisions } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { BodyDocument } from '../body/document'
import { photoIdsOf } from '../body/plain-text'
import { type CheckedStory, type CheckItem, storyChecks } from '../body/story-checks'
import { authorize, type Viewer } from '../permissions'
import type { PhotoRecord } from '../photos/fields'
import { type MissingPart, missingForPrint } from '../photos/read'
import { type RightsState, rightsState, siteDay } from '../photos/rights'
import { hasSections } from '../sections'
import { isKept } from '../trash/rows'
import { bylinesOf } from './bylines'
import type { StoryFields } from './fields'
import { sourcesOf } from './find-article'
import { currentSectionId } from './section-address'

/** A used photograph: the parts missing on the day of the check, and its rights now. */
export type CheckedPhoto = PhotoRecord & { missing: MissingPart[]; rights: RightsState | null }

/**
 * `blocks` and `photos` with missing parts prevent publishing; `warnings` and photographs with soon ending rights do
 * not.
 */
export type Checklist = {
	photos: CheckedPhoto[]
	ending: CheckedPhoto[]
	blocks: CheckItem[]
	warnings: CheckItem[]
}

/**
 * @param on the open transaction, if the revision is not committed yet
 * @param at the time of publication, at which the rights to photographs are needed
 * @throws Refusal `not-found`
 */
export async function checkStory(
	revisionId: number,
	on: Queryable = readDb(),
	at = new Date(),
): Promise<Checklist> {
	const [revision] = await on.select().from(revisions).where(eq(revisions.id, revisionId))
	if (!revision) throw new Refusal('not-found', 'This version of the story is no longer there.')
	const [section] = await on
		.select({ id: currentSectionId(revisions.sectionId) })
		.from(revisions)
		.where(eq(revisions.id, revisionId))
	const story = {
		headline: revision.headline,
		standfirst: revision.standfirst ?? '',
		section: section?.id ?? null,
		bylines: (await bylinesOf(revisionId, on)).length,
		sources: (await sourcesOf(revisionId, on)).length,
		heroPhotoId: revision.heroPhotoId,
		body: revision.body as BodyDocument,
	}
	return checksOf(on, story, at)
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

async function checksOf(on: Queryable, story: CheckedStory, at = new Date()): Promise<Checklist> {
	const ids = [...(story.heroPhotoId ? [story.heroPhotoId] : []), ...photoIdsOf(story.body)]
	const kept = await checkedPhotos(on, [...new Set(ids)], at)
	const { blocks, warnings } = storyChecks(story, await sectionWords())
	const removed = [...new Set(ids)].filter((id) => !kept.some((photo) => photo.id === id))
	return {
		photos: kept.filter(({ missing }) => missing.length > 0),
		ending: kept.filter(({ missing, rights }) => rights === 'ending' && !missing.includes('rights')),
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
async function checkedPhotos(on: Queryable, ids: number[], at: Date): Promise<CheckedPhoto[]> {
	if (ids.length === 0) return []
	const rows = await on
		.select()
		.from(photos)
		.where(and(inArray(photos.id, ids), isKept('photo', photos.id)))
	const [today, day] = [await siteDay(), await siteDay(at)]
	return rows
		.map((photo) => ({
			...photo,
			missing: missingForPrint(photo, day),
			rights: rightsState(photo, today),
		}))
		.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** Sentences of the reasons against publishing; photographs are counted, and listed by the publish panel. */
export function blockWords({ photos: incomplete, blocks }: Checklist): string[] {
	return [...photoWords(incomplete), ...blocks.map(({ text }) => text)]
}

const MISSING = { credit: 'no credit', alt: 'no description for blind readers' }

function photoWords(photos: CheckedPhoto[]): string[] {
	const lacks = [
		...new Set(photos.flatMap(({ missing }) => missing.filter((part) => part !== 'rights'))),
	].map((part) => MISSING[part])
	const incomplete = photos.filter(({ missing }) => missing.some((part) => part !== 'rights')).length
	const outdated = photos.filter(({ missing }) => missing.includes('rights'))
	const ended = outdated.filter(({ rights }) => rights === 'ended').length
	return [
		incomplete === 1 && `One photograph has ${lacks.join(' and ')}; it is shown under “Publishing”.`,
		incomplete > 1 &&
			`${incomplete} photographs have ${lacks.join(' or ')}; they are shown under “Publishing”.`,
		ended === 1 && 'The rights of one photograph have ended; it is shown under “Publishing”.',
		ended > 1 && `The rights of ${ended} photographs have ended; they are shown under “Publishing”.`,
		...outdated.filter(({ rights }) => rights !== 'ended').map(endsTooEarly),
	].filter((words) => words !== false)
}

/** A photograph of a story that is scheduled for a later day. */
const endsTooEarly = ({ id, rightsEndOn }: CheckedPhoto): string =>
	`The rights of photograph ${id} end on ${rightsEndOn}, before the story appears; please replace it, or change that day under “Photographs”.`
