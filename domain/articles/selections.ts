import { eq, inArray, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, revisionBylines, revisionTags } from '@/db/schema'

/** Conditions on articles whose published revision belongs to a list. */

export const inSection = (sectionId: number): SQL => eq(articles.sectionId, sectionId)

export const withTag = (tagId: number): SQL =>
	inArray(
		articles.publishedRevisionId,
		readDb().select({ id: revisionTags.revisionId }).from(revisionTags).where(eq(revisionTags.tagId, tagId)),
	)

export const writtenBy = (personId: string): SQL =>
	inArray(
		articles.publishedRevisionId,
		readDb()
			.select({ id: revisionBylines.revisionId })
			.from(revisionBylines)
			.where(eq(revisionBylines.personId, personId)),
	)
