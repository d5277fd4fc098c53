import { sql } from 'drizzle-orm'
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
} from '../columns'
import { articles } from './articles'
import { people } from './people'
import { photos } from './photos'

export const settings = table('settings', { key: text().primaryKey(), value: json<unknown>().notNull() })

/** Files of the site itself, such as its logo, at `/site/NAME`; a name changes with the content. */
export const siteFiles = table('site_files', {
	name: text().primaryKey(),
	/** In base64. */
	content: text().notNull(),
	createdAt: createdAt(),
})

export const AD_SLOTS = ['top', 'in article', 'end of article', 'corner'] as const

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
		slot: enumText(AD_SLOTS).notNull().default('corner'),
		/** Null: the site's label of advertisements. */
		label: text(),
		/** Sections with the advertisement; empty for all pages. */
		sectionIds: json<number[]>().notNull().default([]),
		/** For the slot `in article`: the paragraph above it, from 1. */
		afterParagraph: integer().notNull().default(3),
		/** Turns of one round, from 1 to 10. */
		weight: integer().notNull().default(1),
		retiredAt: timestamp(),
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
	(t) => [
		index('audit_events_by_subject').on(t.subject, t.id),
		index('audit_events_by_person').on(t.personId, t.id),
	],
)

/** Impressions and clicks of an advertisement a day, without readers. */
export const adCounts = table(
	'ad_counts',
	{
		adId: foreignId()
			.notNull()
			.references(() => ads.id, { onDelete: 'cascade' }),
		/** Day in the site's time zone, `YYYY-MM-DD`. */
		day: text().notNull(),
		impressions: integer().notNull().default(0),
		clicks: integer().notNull().default(0),
	},
	(t) => [primaryKey({ columns: [t.adId, t.day] })],
)

/** Arrangements of the front page; of those with a past start the newest is in force. */
export const frontPages = table(
	'front_pages',
	{
		id: id(),
		/** A `FrontPageArrangement`, validated by the domain before the write. */
		arrangement: json<unknown>().notNull(),
		startsAt: timestamp().notNull(),
		savedBy: text().references(() => people.id),
		savedAt: createdAt(),
	},
	(t) => [index('front_pages_by_start').on(t.startsAt, t.id)],
)

/** Static pages such as About and Contact. */
export const pages = table('pages', {
	id: id(),
	slug: text().notNull().unique(),
	position: integer().notNull().default(0),
	headRevisionId: foreignId().references((): AnyColumn => pageRevisions.id),
	publishedRevisionId: foreignId().references((): AnyColumn => pageRevisions.id),
	createdAt: createdAt(),
})

/** One row for each save of a static page. */
export const pageRevisions = table(
	'page_revisions',
	{
		id: id(),
		pageId: foreignId()
			.notNull()
			.references((): AnyColumn => pages.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		/** A `BodyDocument`. */
		body: json<unknown>().notNull(),
		savedBy: text().references(() => people.id),
		savedAt: createdAt(),
	},
	(t) => [index('page_revisions_by_page').on(t.pageId, t.id)],
)

/** Rows that the demo edition made, so that it can be removed without the newsroom's own. */
export const demoRows = table('demo_rows', { kind: text().notNull(), rowId: text().notNull() }, (t) => [
	primaryKey({ columns: [t.kind, t.rowId] }),
])

export const PING_KINDS = ['websub', 'indexnow'] as const

/** Announcements of publications to be sent to other services: a row a story and service, until it is sent. */
export const pings = table(
	'pings',
	{
		kind: enumText(PING_KINDS).notNull(),
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		/** Publication, or the next attempt. */
		dueAt: timestamp().notNull(),
		attempts: integer().notNull().default(0),
	},
	(t) => [
		primaryKey({ columns: [t.kind, t.articleId] }),
		index('pings_by_time').on(t.dueAt),
		index('pings_by_article').on(t.articleId),
	],
)

/** One row, made with the database; its id, which never changes, is the namespace of the site's permanent ids. */
export const siteIdentity = table('site_identity', {
	id: text().primaryKey(),
	/** Id up to which stories published by earlier releases have similar ones; null once all have. */
	relatedUpTo: integer().default(0),
})

/**
 * Rows in the trash: they stay in their tables, where reads leave them out. Also, by the kind `photo files`, hashes of
 * deleted photographs, until their files are deleted too.
 */
export const trashedRows = table(
	'trashed_rows',
	{
		kind: text().notNull(),
		rowId: text().notNull(),
		trashedAt: timestamp().notNull(),
		trashedBy: text().references(() => people.id, { onDelete: 'set null' }),
		/** Deletion for ever of a row that texts readers never saw still name; it stays without its content. */
		emptiedAt: timestamp(),
	},
	(t) => [primaryKey({ columns: [t.kind, t.rowId] }), index('trashed_rows_by_time').on(t.trashedAt)],
)
