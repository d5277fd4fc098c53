import { asc, eq, sql } from 'drizzle-orm'
import { type IndexedText, prepared, type Queryable, readDb } from '@/db'
import { photos, photoUses, revisionBylines, revisions } from '@/db/schema'
import { wordsOf } from '@/lib/words'
import type { BodyDocument } from '../body/document'
import { plainText } from '../body/plain-text'
import { authorWord, dateWords, sectionWord } from './filter-words'

const textOf = prepared(['id'], (on, { id }) =>
	on
		.select({
			headline: revisions.headline,
			kicker: revisions.kicker,
			standfirst: revisions.standfirst,
			sectionId: revisions.sectionId,
			body: revisions.body,
		})
		.from(revisions)
		.where(eq(revisions.id, id)),
)

const authorsOf = prepared(['id'], (on, { id }) =>
	on.select({ id: revisionBylines.personId }).from(revisionBylines).where(eq(revisionBylines.revisionId, id)),
)

const photosOf = prepared(['id'], (on, { id }) =>
	on
		.select({ caption: sql<string | null>`coalesce(${photoUses.caption}, ${photos.caption})` })
		.from(photoUses)
		.innerJoin(photos, eq(photos.id, photoUses.photoId))
		.where(eq(photoUses.revisionId, id))
		.orderBy(asc(photoUses.position)),
)

/** The words of a revision for the index; null for an unknown one. */
export async function indexedText(
	on: Queryable,
	id: number,
	publishAt: Date | null,
): Promise<IndexedText | null> {
	const [revision] = await textOf(on, { id })
	if (!revision) return null
	const { sectionId } = revision
	const filters = [...(sectionId ? [sectionWord(sectionId)] : []), ...(publishAt ? dateWords(publishAt) : [])]
	return {
		headline: indexed(revision.headline),
		summary: indexed(revision.kicker, revision.standfirst),
		body: indexed(plainText(revision.body as BodyDocument, () => '')),
		captions: indexed(...(await captionsOf(id, on))),
		authors: (await authorsOf(on, { id })).map((author) => authorWord(author.id)).join(' '),
		filters: filters.join(' '),
	}
}

/** The captions of a revision in order: the story's own, else those of the photographs. */
export const captionsOf = async (id: number, on: Queryable = readDb()): Promise<string[]> =>
	(await photosOf(on, { id })).flatMap(({ caption }) => caption || [])

const indexed = (...texts: (string | null)[]): string =>
	texts.flatMap((text) => (text ? wordsOf(text) : [])).join(' ')
