import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { articles, people, photoUses, revisionBylines, revisionTags, seriesParts, tags } from '@/db/schema'
import { dependsOn, personTag } from '@/lib/invalidation'
import { slugSpellings } from '@/lib/slug'
import { isKept } from '../trash/rows'

/** The tag of a slug, whether or not a public story carries it. */
export async function tagAt(slug: string) {
	dependsOn('tags')
	const [tag] = await readDb()
		.select()
		.from(tags)
		.where(inArray(tags.slug, slugSpellings(slug)))
	return tag
}

/** The person of a slug, whether or not the person has a page. */
export async function personAt(slug: string) {
	const [person] = await readDb()
		.select()
		.from(people)
		.where(and(inArray(people.slug, slugSpellings(slug)), isKept('person', people.id)))
	if (person) dependsOn(personTag(person.id))
	return person
}

/* Conditions on articles by their published revision. */

export const inSection = (sectionId: number): SQL => eq(articles.sectionId, sectionId)

export const withTag = (tagId: number): SQL =>
	inArray(articles.publishedRevisionId, revisionsWithTag(readDb(), tagId))

export const writtenBy = (personId: string): SQL =>
	inArray(articles.publishedRevisionId, revisionsBy(readDb(), personId))

export const inSeries = (seriesId: number): SQL =>
	inArray(
		articles.id,
		readDb()
			.select({ id: seriesParts.articleId })
			.from(seriesParts)
			.where(eq(seriesParts.seriesId, seriesId)),
	)

/* Ids of all revisions with a tag, byline or photograph, for a condition. */

export const revisionsWithTag = (on: Queryable, id: number) =>
	on.select({ id: revisionTags.revisionId }).from(revisionTags).where(eq(revisionTags.tagId, id))

export const revisionsBy = (on: Queryable, personId: string) =>
	on
		.select({ id: revisionBylines.revisionId })
		.from(revisionBylines)
		.where(eq(revisionBylines.personId, personId))

export const revisionsWithPhoto = (on: Queryable, id: number) =>
	on.select({ id: photoUses.revisionId }).from(photoUses).where(eq(photoUses.photoId, id))
