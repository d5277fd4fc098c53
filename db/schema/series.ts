import { sql } from 'drizzle-orm'
import {
	check,
	createdAt,
	enumText,
	foreignId,
	id,
	index,
	integer,
	primaryKey,
	table,
	text,
	uniqueIndex,
} from '../columns'
import { articles } from './articles'

/** Stories that appear in parts, such as a long report. A series without a description is deleted with its last part. */
export const series = table('series', {
	id: id(),
	slug: text().notNull().unique(),
	name: text().notNull(),
	description: text(),
	createdAt: createdAt(),
})

/** Greatest number of a part: the parts of a series are read at once. */
export const SERIES_PART_MAX = 100

/** The place of a story in its series; a story is in one. */
export const seriesParts = table(
	'series_parts',
	{
		articleId: foreignId()
			.primaryKey()
			.references(() => articles.id, { onDelete: 'cascade' }),
		seriesId: foreignId()
			.notNull()
			.references(() => series.id),
		part: integer().notNull(),
	},
	(t) => [
		uniqueIndex('series_parts_by_part').on(t.seriesId, t.part),
		check('series_parts_part', sql`${t.part} between 1 and 100`),
	],
)

/**
 * Stories related to a story: those that an editor chose, and similar ones, found at publication. `weight` orders those
 * of one kind, greatest first.
 */
export const relatedStories = table(
	'related_stories',
	{
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		kind: enumText(['chosen', 'similar']).notNull(),
		relatedId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		weight: integer().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.articleId, t.kind, t.relatedId] }),
		// For the foreign key: without it each deletion of a story reads all rows.
		index('related_stories_by_related').on(t.relatedId),
		check('related_stories_kind', sql`${t.kind} in ('chosen', 'similar')`),
		check('related_stories_other', sql`${t.articleId} <> ${t.relatedId}`),
	],
)
