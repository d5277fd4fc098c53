import { sql } from 'drizzle-orm'
import { MODERATION_PHASES, type Reason } from '@/lib/moderation-phases'
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
import { among } from './among'
import { articles } from './articles'
import { people } from './people'
import { readers } from './votes'

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
		/** Time at which a link mailed to a guest's address was used; null until then, and for accounts. */
		emailConfirmedAt: timestamp(),
		body: text().notNull(),
		state: enumText(COMMENT_STATES).notNull(),
		/** Whether a rejected comment is spam, which has a list of its own. */
		isSpam: bool().notNull().default(false),
		decidedBy: text().references(() => people.id, { onDelete: 'set null' }),
		decidedAt: timestamp(),
		/** Time of the last edit by the author; former texts are in `comment_versions`. */
		editedAt: timestamp(),
		/** Time of the deletion by the author, which empties name and text; the state is then `rejected`. */
		deletedAt: timestamp(),
		/** Time until which readers see that its author deleted a public comment; null for all others. */
		tombstoneUntil: timestamp(),
		/** Time at which the desk marked it as an editor's pick. */
		pickedAt: timestamp(),
		createdAt: createdAt(),
	},
	(t) => [
		index('comments_by_article').on(t.articleId, t.state, t.rootId, t.id),
		index('comments_by_root').on(t.rootId, t.id),
		// For the check of foreign keys when a story is deleted for ever.
		index('comments_by_parent').on(t.parentId).where(sql`${t.parentId} is not null`),
		index('comments_by_reader').on(t.readerId, t.id),
		// For a reader's held comments on a story and the existence of approved ones, without reading the rest.
		index('comments_by_reader_state').on(t.readerId, t.state, t.articleId),
		index('comments_by_state').on(t.state, t.id),
		index('comments_spam').on(t.id).where(sql`${t.isSpam}`),
		// Comments of the last days, counted from the index alone.
		index('comments_by_time').on(t.createdAt, t.state, t.articleId),
		// Comments of signed-in people, for the replies of the newsroom to a story, and the editor's picks.
		index('comments_by_account').on(t.articleId, t.state, t.id).where(sql`${t.personId} is not null`),
		index('comments_picked').on(t.articleId).where(sql`${t.pickedAt} is not null`),
		index('comments_tombstones').on(t.articleId).where(sql`${t.tombstoneUntil} is not null`),
		index('comments_ended_tombstones').on(t.tombstoneUntil).where(sql`${t.tombstoneUntil} is not null`),
		check('comments_state', among(t.state, COMMENT_STATES)),
		check('comments_thread', sql`(${t.parentId} is null) = (${t.rootId} is null)`),
	],
)

/** One-time links that confirm a guest's e-mail address; only hashes of the tokens are stored. */
export const commentConfirmations = table(
	'comment_confirmations',
	{
		tokenHash: text().primaryKey(),
		commentId: foreignId()
			.notNull()
			.references(() => comments.id, { onDelete: 'cascade' }),
		expiresAt: timestamp().notNull(),
	},
	(t) => [index('comment_confirmations_by_comment').on(t.commentId)],
)

/** Phases of automatic moderation that held a comment. */
export const commentFindings = table(
	'comment_findings',
	{
		commentId: foreignId()
			.notNull()
			.references(() => comments.id, { onDelete: 'cascade' }),
		phase: enumText(MODERATION_PHASES).notNull(),
		/** Place among the phases that held the comment, from 0. */
		position: integer().notNull(),
		/** The rule, the word and the numbers. */
		reason: json<Reason>().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.commentId, t.phase] }),
		index('comment_findings_by_phase').on(t.phase, t.commentId),
		check('comment_findings_phase', among(t.phase, MODERATION_PHASES)),
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

/** Respect for comments: one row a reader and comment. */
export const respects = table(
	'respects',
	{
		commentId: foreignId()
			.notNull()
			.references(() => comments.id, { onDelete: 'cascade' }),
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		castAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.commentId, t.readerId] }),
		index('respects_by_reader').on(t.readerId, t.commentId),
		// The time of a comment's last respect, for the notices of its author.
		index('respects_by_time').on(t.commentId, t.castAt),
	],
)

export const respectTallies = table(
	'respect_tallies',
	{
		commentId: foreignId()
			.primaryKey()
			.references(() => comments.id, { onDelete: 'cascade' }),
		votes: integer().notNull(),
	},
	(t) => [
		// The most respected comments of the site.
		index('respect_tallies_by_votes').on(t.votes, t.commentId),
		check('respect_tallies_votes', sql`${t.votes} >= 0`),
	],
)

/** Former texts of edited comments, for moderators. */
export const commentVersions = table(
	'comment_versions',
	{
		id: id(),
		commentId: foreignId()
			.notNull()
			.references(() => comments.id, { onDelete: 'cascade' }),
		body: text().notNull(),
		/** Time of the edit that replaced it. */
		replacedAt: createdAt(),
	},
	(t) => [index('comment_versions_by_comment').on(t.commentId, t.id)],
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
