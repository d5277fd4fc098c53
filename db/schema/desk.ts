import { check, createdAt, enumText, foreignId, id, index, json, table, text, timestamp } from '../columns'
import { among } from './among'
import { articles, revisions } from './articles'
import { people } from './people'

/** Notes between writers and editors about a story; readers never see them. */
export const storyNotes = table(
	'story_notes',
	{
		id: id(),
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		personId: text().references(() => people.id),
		text: text().notNull(),
		createdAt: createdAt(),
		resolvedAt: timestamp(),
	},
	(t) => [index('story_notes_by_article').on(t.articleId, t.id)],
)

/** Names that people give to saved versions. */
export const revisionNames = table('revision_names', {
	revisionId: foreignId()
		.primaryKey()
		.references(() => revisions.id, { onDelete: 'cascade' }),
	name: text().notNull(),
	namedBy: text().references(() => people.id),
	namedAt: createdAt(),
})

/** Unsaved text of a story form, replaced by each autosave of that form and removed by its save. */
export const autosaves = table(
	'autosaves',
	{
		/** Random token of the form. */
		token: text().primaryKey(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Null for a story without a first save. */
		articleId: foreignId().references(() => articles.id, { onDelete: 'cascade' }),
		/** The revision on which the text was begun. */
		baseRevisionId: foreignId().references(() => revisions.id),
		/** The form's fields as typed. */
		fields: json<Record<string, string[]>>().notNull(),
		savedAt: createdAt(),
	},
	(t) => [index('autosaves_by_person').on(t.personId, t.articleId, t.savedAt)],
)

/** Open story forms, each renewed while its page is open. */
export const storyEditors = table(
	'story_editors',
	{
		/** Random token of the form. */
		token: text().primaryKey(),
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		openedAt: createdAt(),
		seenAt: createdAt(),
		typedAt: timestamp(),
		/** Person of a takeover from this form. */
		takenOverBy: text().references(() => people.id, { onDelete: 'set null' }),
	},
	(t) => [index('story_editors_by_article').on(t.articleId, t.seenAt)],
)

/** Corrections that readers see; triggers refuse changes and deletions, except with the whole story. */
export const corrections = table(
	'corrections',
	{
		id: id(),
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		kind: enumText(['correction', 'clarification', 'update']).notNull(),
		placement: enumText(['foot', 'top']).notNull().default('foot'),
		text: text().notNull(),
		at: createdAt(),
		addedBy: text().references(() => people.id),
	},
	(t) => [
		index('corrections_by_article').on(t.articleId, t.id),
		check('corrections_kind', among(t.kind, ['correction', 'clarification', 'update'])),
	],
)

/** Links that show an unpublished story without an account; only the tokens' hashes are stored. */
export const previewLinks = table(
	'preview_links',
	{
		tokenHash: text().primaryKey(),
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		createdBy: text().references(() => people.id),
		createdAt: createdAt(),
		expiresAt: timestamp().notNull(),
		revokedAt: timestamp(),
	},
	(t) => [index('preview_links_by_article').on(t.articleId)],
)

/** Messages of readers about barriers, from the form of the accessibility statement; only the desk reads them. */
export const accessibilityMessages = table(
	'accessibility_messages',
	{
		id: id(),
		text: text().notNull(),
		/** Address of the page with the barrier, as typed; empty if not given. */
		page: text().notNull(),
		/** Address for an answer; empty if none is wanted. */
		email: text().notNull(),
		receivedAt: createdAt(),
		handledAt: timestamp(),
		handledBy: text().references(() => people.id, { onDelete: 'set null' }),
	},
	(t) => [index('accessibility_messages_by_handling').on(t.handledAt, t.id)],
)
