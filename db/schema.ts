import { type SQL, sql } from 'drizzle-orm'
import { MOODS } from '@/lib/moods'
import { ROLES } from '@/lib/roles'
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
} from './sqlite/columns'

const among = (column: AnyColumn, values: readonly string[]): SQL =>
	sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`

/* People and sign-in --------------------------------------------------------------------------- */

/** Named people and organisations: staff, authors without an account (no e-mail), readers with an account. */
export const people = table(
	'people',
	{
		id: text()
			.primaryKey()
			.$defaultFn(() => crypto.randomUUID()),
		email: text().unique(),
		name: text().notNull(),
		slug: text().notNull().unique(),
		kind: enumText(['person', 'organisation']).notNull().default('person'),
		role: enumText(ROLES).notNull().default('reader'),
		beat: text(),
		bio: text(),
		callToActionLabel: text(),
		callToActionUrl: text(),
		createdAt: createdAt(),
		disabledAt: timestamp(),
	},
	(t) => [
		check('people_role', among(t.role, ROLES)),
		check('people_kind', among(t.kind, ['person', 'organisation'])),
		check('people_email_is_folded', sql`${t.email} = lower(${t.email})`),
	],
)

/** A table apart from `people`, so that queries of people never return a password hash. */
export const credentials = table('credentials', {
	personId: text()
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	passwordHash: text().notNull(),
	updatedAt: createdAt(),
})

export const sessions = table(
	'sessions',
	{
		sessionToken: text().primaryKey(),
		userId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		expires: timestamp().notNull(),
		createdAt: createdAt(),
	},
	(t) => [index('sessions_by_user').on(t.userId)],
)

/** One-time links that create a person, such as the first owner; only hashes of the tokens are stored. */
export const invitations = table('invitations', {
	tokenHash: text().primaryKey(),
	role: enumText(ROLES).notNull(),
	expiresAt: timestamp().notNull(),
	acceptedAt: timestamp(),
	createdAt: createdAt(),
})

/* Photographs ---------------------------------------------------------------------------------- */

export const photos = table(
	'photos',
	{
		id: id(),
		/** SHA-256 of the original's bytes in hex; also the name of its folder. */
		hash: text().notNull().unique(),
		mime: enumText(['image/jpeg', 'image/png', 'image/webp']).notNull(),
		/** Size in pixels after applying the EXIF orientation. */
		width: integer().notNull(),
		height: integer().notNull(),
		/** Widths of the derivatives in pixels, ascending. */
		widths: json<number[]>().notNull(),
		/** Subset of `widths` that exists in AVIF, and thumbnail widths; empty for photographs of older releases. */
		avifWidths: json<number[]>().notNull().default([]),
		thumbWidths: json<number[]>().notNull().default([]),
		/** Dominant colour as `#rrggbb`, the placeholder while the photograph loads. */
		colour: text(),
		caption: text(),
		credit: text(),
		/** Reason for a missing credit; with one, the photograph may be published without a credit. */
		noCreditReason: text(),
		creator: text(),
		agency: text(),
		alt: text(),
		rights: text(),
		licence: text(),
		city: text(),
		takenAt: text(),
		/** Focal point that every crop contains, in thousandths from the left and top. */
		focalX: integer().notNull().default(500),
		focalY: integer().notNull().default(500),
		/** IPTC and XMP as found in the file. */
		metadata: json<Record<string, string>>(),
		createdBy: text().references(() => people.id),
		createdAt: createdAt(),
	},
	(t) => [
		check('photos_size', sql`${t.width} > 0 and ${t.height} > 0`),
		check('photos_focal', sql`${t.focalX} between 0 and 1000 and ${t.focalY} between 0 and 1000`),
	],
)

/* Articles ------------------------------------------------------------------------------------- */

export const sections = table('sections', {
	id: id(),
	slug: text().notNull().unique(),
	name: text().notNull(),
	description: text(),
	position: integer().notNull().default(0),
})

export const tags = table('tags', { id: id(), slug: text().notNull().unique(), name: text().notNull() })

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
		/** Start of visibility for readers; never changed once it has passed. */
		publishAt: timestamp(),
		/** Time of the last change after publication that is not minor. */
		updatedAt: timestamp(),
		withdrawnAt: timestamp(),
		withdrawalReason: text(),
		commentsClosedAt: timestamp(),
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
	(t) => [index('revisions_by_article').on(t.articleId, t.id)],
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

/* Readers, moods, ratings ---------------------------------------------------------------------- */

/** Authors of votes and comments: a random first-party token or an account, never a network address. */
export const readers = table('readers', {
	id: text().primaryKey(),
	personId: text()
		.unique()
		.references(() => people.id, { onDelete: 'set null' }),
	createdAt: createdAt(),
})

export const moods = table(
	'moods',
	{
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		mood: enumText(MOODS).notNull(),
		castAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.articleId, t.readerId] }),
		index('moods_by_reader').on(t.readerId),
		check('moods_mood', among(t.mood, MOODS)),
	],
)

export const moodTallies = table(
	'mood_tallies',
	{
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		mood: enumText(MOODS).notNull(),
		votes: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.articleId, t.mood] }), check('mood_tallies_votes', sql`${t.votes} >= 0`)],
)

export const ratings = table(
	'ratings',
	{
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		stars: integer().notNull(),
		ratedAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.articleId, t.readerId] }),
		index('ratings_by_reader').on(t.readerId),
		check('ratings_stars', sql`${t.stars} in (1, 2, 3, 4, 5)`),
	],
)

export const ratingTallies = table(
	'rating_tallies',
	{
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		stars: integer().notNull(),
		votes: integer().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.articleId, t.stars] }),
		check('rating_tallies_votes', sql`${t.votes} >= 0 and ${t.stars} in (1, 2, 3, 4, 5)`),
	],
)

/* Comments ------------------------------------------------------------------------------------- */

export const COMMENT_STATES = ['waiting', 'approved', 'rejected'] as const

export const comments = table(
	'comments',
	{
		id: id(),
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		parentId: foreignId().references((): AnyColumn => comments.id),
		/** The thread's first comment; null in that comment's own row. */
		rootId: foreignId().references((): AnyColumn => comments.id),
		depth: integer().notNull().default(0),
		readerId: text().references(() => readers.id, { onDelete: 'set null' }),
		personId: text().references(() => people.id, { onDelete: 'set null' }),
		authorName: text().notNull(),
		/** A guest's e-mail address, shown only at the desk. */
		authorEmail: text(),
		body: text().notNull(),
		state: enumText(COMMENT_STATES).notNull(),
		decidedBy: text().references(() => people.id, { onDelete: 'set null' }),
		decidedAt: timestamp(),
		createdAt: createdAt(),
	},
	(t) => [
		index('comments_by_article').on(t.articleId, t.state, t.rootId, t.id),
		index('comments_by_root').on(t.rootId, t.id),
		index('comments_by_reader').on(t.readerId, t.id),
		// For a reader's held comments on a story and the existence of approved ones, without reading the rest.
		index('comments_by_reader_state').on(t.readerId, t.state, t.articleId),
		index('comments_by_state').on(t.state, t.id),
		check('comments_state', among(t.state, COMMENT_STATES)),
		check('comments_thread', sql`(${t.parentId} is null) = (${t.rootId} is null)`),
	],
)

export const commentTallies = table(
	'comment_tallies',
	{
		articleId: foreignId()
			.primaryKey()
			.references(() => articles.id, { onDelete: 'cascade' }),
		approved: integer().notNull(),
	},
	(t) => [check('comment_tallies_approved', sql`${t.approved} >= 0`)],
)

/** Comment text typed before sign-in, restored after it. */
export const commentDrafts = table(
	'comment_drafts',
	{
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		parentId: foreignId(),
		body: text().notNull(),
		savedAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.readerId, t.articleId] })],
)

/* Site ----------------------------------------------------------------------------------------- */

export const settings = table('settings', { key: text().primaryKey(), value: json<unknown>().notNull() })

/** House advertisements of the labelled advertisement slot. */
export const ads = table(
	'ads',
	{
		id: id(),
		title: text().notNull(),
		text: text().notNull(),
		url: text().notNull(),
		photoId: foreignId().references(() => photos.id),
		active: bool().notNull().default(true),
		startsAt: timestamp(),
		endsAt: timestamp(),
		createdAt: createdAt(),
	},
	(t) => [
		check('ads_dates', sql`${t.startsAt} is null or ${t.endsAt} is null or ${t.startsAt} < ${t.endsAt}`),
	],
)

/** Audit log of staff actions, append-only: a trigger refuses updates and deletions. */
export const auditEvents = table(
	'audit_events',
	{
		id: id(),
		at: createdAt(),
		personId: text(),
		action: text().notNull(),
		subject: text().notNull(),
		detail: json<Record<string, unknown>>(),
	},
	(t) => [index('audit_events_by_subject').on(t.subject, t.id)],
)
