import { type SQL, sql } from 'drizzle-orm'
import { MACHINE_ANSWERS } from '@/lib/machine-answers'
import {
	type AnyColumn,
	bool,
	check,
	createdAt,
	enumText,
	foreignId,
	id,
	index,
	integer,
	json,
	primaryKey,
	table,
	text,
	timestamp,
	uniqueIndex,
} from '../columns'
import { people } from './people'
import { photos } from './photos'
import { COMMENTS_FROM, COMMENTS_POLICIES, sections } from './sections'

export const tags = table('tags', { id: id(), slug: text().notNull().unique(), name: text().notNull() })

/** Former slugs and names of renamed and merged tags: their links redirect, and the name typed again means the tag. */
export const tagRedirects = table('tag_redirects', {
	slug: text().primaryKey(),
	name: text().notNull(),
	tagId: foreignId()
		.notNull()
		.references(() => tags.id, { onDelete: 'cascade' }),
	createdAt: createdAt(),
})

export const STAGES = ['draft', 'in review', 'approved'] as const
export type Stage = (typeof STAGES)[number]

const isListed = (t: { publishedRevisionId: AnyColumn; withdrawnAt: AnyColumn }): SQL =>
	sql`${t.publishedRevisionId} is not null and ${t.withdrawnAt} is null`

/** Identity and publication of an article; its text is in `revisions`. */
export const articles = table(
	'articles',
	{
		id: id(),
		slug: text().notNull().unique(),
		headRevisionId: foreignId().references((): AnyColumn => revisions.id),
		publishedRevisionId: foreignId().references((): AnyColumn => revisions.id),
		/** Copy of the published revision's section, for lists. */
		sectionId: foreignId().references(() => sections.id),
		/** Publication date: start of visibility for readers, order of lists. An editor may set an earlier one. */
		publishAt: timestamp(),
		/** First moment at which readers could see the story; null in rows of older releases. */
		appearedAt: timestamp(),
		/** Time of the last change after publication that is not minor. */
		updatedAt: timestamp(),
		withdrawnAt: timestamp(),
		withdrawalReason: text(),
		/** Editorial stage of a story that is neither public nor scheduled; else `draft`. */
		stage: enumText(STAGES).notNull().default('draft'),
		assignedTo: text().references(() => people.id),
		/** Deadline of the text, and the intended day of publication; neither publishes. */
		dueAt: timestamp(),
		plannedAt: timestamp(),
		/** Null: those of the section, or else of the site. */
		commentsPolicy: enumText(COMMENTS_POLICIES),
		commentsFrom: enumText(COMMENTS_FROM),
		/** Start and reason of a closure, both told to readers. */
		commentsClosedAt: timestamp(),
		commentsClosedReason: text(),
		/** Null: the site's setting. */
		moodsShown: bool(),
		ratingsShown: bool(),
		/** Answers to machines; null: that of the site. */
		machinesSearch: enumText(MACHINE_ANSWERS),
		machinesAnswers: enumText(MACHINE_ANSWERS),
		machinesTraining: enumText(MACHINE_ANSWERS),
		/** Language tag; null: that of the site. */
		language: text(),
		/** Shared by translations of one story: the id of the first of them, which may have left since. */
		translationGroup: integer(),
		/** Time of the move to the trash. */
		deletedAt: timestamp(),
		deletedBy: text().references(() => people.id),
		createdBy: text().references(() => people.id),
		createdAt: createdAt(),
	},
	(t) => [
		// Visible articles in list order. The trailing columns decide visibility, so that counts and offsets use the
		// index alone.
		index('articles_live').on(t.publishAt, t.id, t.withdrawnAt, t.publishedRevisionId).where(isListed(t)),
		index('articles_live_by_section')
			.on(t.sectionId, t.publishAt, t.id, t.withdrawnAt, t.publishedRevisionId)
			.where(isListed(t)),
		index('articles_live_by_revision')
			.on(t.publishedRevisionId, t.publishAt, t.id, t.withdrawnAt)
			.where(isListed(t)),
		uniqueIndex('articles_by_published_revision').on(t.publishedRevisionId),
		// The desk's list, last saved first: of all stories, and of one author.
		index('articles_by_head_revision').on(t.headRevisionId),
		index('articles_by_creator').on(t.createdBy, t.headRevisionId),
		// The list of stories that wait for a person.
		index('articles_by_stage').on(t.stage, t.headRevisionId).where(sql`${t.stage} <> 'draft'`),
		// The calendar of the desk.
		index('articles_by_due').on(t.dueAt).where(sql`${t.dueAt} is not null`),
		index('articles_by_planned').on(t.plannedAt).where(sql`${t.plannedAt} is not null`),
		index('articles_by_assignee').on(t.assignedTo, t.headRevisionId),
		// The few stories with answers of their own.
		index('articles_with_answers')
			.on(t.id)
			.where(sql`coalesce(${t.machinesSearch}, ${t.machinesAnswers}, ${t.machinesTraining}) is not null`),
		index('articles_by_translation').on(t.translationGroup).where(sql`${t.translationGroup} is not null`),
		index('articles_in_trash').on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
		check('articles_published_whole', sql`(${t.publishedRevisionId} is null) = (${t.publishAt} is null)`),
		check(
			'articles_withdrawn_with_reason',
			sql`(${t.withdrawnAt} is null) = (${t.withdrawalReason} is null)`,
		),
	],
)

/** One row for each save; a trigger refuses changes. */
export const revisions = table(
	'revisions',
	{
		id: id(),
		articleId: foreignId()
			.notNull()
			.references((): AnyColumn => articles.id, { onDelete: 'cascade' }),
		parentId: foreignId().references((): AnyColumn => revisions.id),
		headline: text().notNull(),
		kicker: text(),
		standfirst: text(),
		sectionId: foreignId().references(() => sections.id),
		/** A `BodyDocument`, validated by domain/body before the write. */
		body: json<unknown>().notNull(),
		heroPhotoId: foreignId().references(() => photos.id),
		heroCaption: text(),
		/** Word count by the read-time rule at the time of saving. */
		wordCount: integer().notNull(),
		note: text(),
		savedBy: text().references(() => people.id),
		savedAt: createdAt(),
	},
	(t) => [
		index('revisions_by_article').on(t.articleId, t.id),
		index('revisions_by_section').on(t.sectionId),
		// For the foreign keys: without them each deletion of a row they refer to reads all revisions.
		index('revisions_by_parent').on(t.parentId),
		index('revisions_by_hero').on(t.heroPhotoId),
		index('revisions_by_saver').on(t.savedBy),
	],
)

export const revisionTags = table(
	'revision_tags',
	{
		revisionId: foreignId()
			.notNull()
			.references(() => revisions.id, { onDelete: 'cascade' }),
		tagId: foreignId()
			.notNull()
			.references(() => tags.id),
		position: integer().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.revisionId, t.tagId] }),
		index('revision_tags_by_tag').on(t.tagId, t.revisionId),
	],
)

export const revisionBylines = table(
	'revision_bylines',
	{
		revisionId: foreignId()
			.notNull()
			.references(() => revisions.id, { onDelete: 'cascade' }),
		personId: text()
			.notNull()
			.references(() => people.id),
		position: integer().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.revisionId, t.personId] }),
		index('revision_bylines_by_person').on(t.personId, t.revisionId),
	],
)

export const revisionSources = table(
	'revision_sources',
	{
		revisionId: foreignId()
			.notNull()
			.references(() => revisions.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		name: text().notNull(),
		url: text(),
	},
	(t) => [primaryKey({ columns: [t.revisionId, t.position] })],
)

/** Uses of photographs in revisions: position 0 is the hero, figures count from 1. */
export const photoUses = table(
	'photo_uses',
	{
		revisionId: foreignId()
			.notNull()
			.references(() => revisions.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		photoId: foreignId()
			.notNull()
			.references(() => photos.id),
		caption: text(),
	},
	(t) => [primaryKey({ columns: [t.revisionId, t.position] }), index('photo_uses_by_photo').on(t.photoId)],
)

/** Old slugs of articles, so that published links keep working. */
export const redirects = table('redirects', {
	slug: text().primaryKey(),
	articleId: foreignId()
		.notNull()
		.references(() => articles.id, { onDelete: 'cascade' }),
	createdAt: createdAt(),
})

/** Addresses of withdrawn stories that were deleted for ever; they keep answering 410. */
export const goneAddresses = table('gone_addresses', {
	slug: text().primaryKey(),
	headline: text().notNull(),
	reason: text().notNull(),
	withdrawnAt: timestamp().notNull(),
})

/** Vocabulary of the published texts, for suggestions and beginnings of words. The indexes themselves are in db/sqlite. */
export const searchWords = table('search_words', { word: text().primaryKey() })
