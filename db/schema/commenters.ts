import { sql } from 'drizzle-orm'
import { check, createdAt, enumText, id, index, table, text, timestamp, uniqueIndex } from '../columns'
import { among } from './among'
import { people } from './people'
import { readers } from './votes'

/** `ban`: further comments are refused. `mute`: each further comment waits for a moderator. */
export const RESTRICTION_KINDS = ['ban', 'mute'] as const

/** Restrictions of the author of a comment; lifted ones are kept. */
export const readerRestrictions = table(
	'reader_restrictions',
	{
		id: id(),
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		/** Folded address of a guest; comments with it from other readers wait for a moderator. */
		email: text(),
		kind: enumText(RESTRICTION_KINDS).notNull(),
		/** Told to the author. */
		reason: text().notNull(),
		/** Null: no end. */
		endsAt: timestamp(),
		addedBy: text().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt(),
		liftedAt: timestamp(),
		liftedBy: text().references(() => people.id, { onDelete: 'set null' }),
	},
	(t) => [
		index('reader_restrictions_by_reader').on(t.readerId),
		index('reader_restrictions_by_email').on(t.email),
		check('reader_restrictions_kind', among(t.kind, RESTRICTION_KINDS)),
	],
)

/** Restrictions of deleted accounts, which hold for a later account with the same confirmed address. */
export const keptRestrictions = table(
	'kept_restrictions',
	{
		id: id(),
		/** HMAC of the confirmed address under the installation's secret; the address itself is deleted. */
		addressHmac: text().notNull(),
		kind: enumText(RESTRICTION_KINDS).notNull(),
		reason: text().notNull(),
		/** Null: no end. */
		endsAt: timestamp(),
		/** Time of the restriction, and of the end of this row. */
		createdAt: timestamp().notNull(),
		expiresAt: timestamp().notNull(),
	},
	(t) => [
		index('kept_restrictions_by_address').on(t.addressHmac),
		check('kept_restrictions_kind', among(t.kind, RESTRICTION_KINDS)),
	],
)

/** Ignored authors of a reader. */
export const ignoredReaders = table(
	'ignored_readers',
	{
		id: id(),
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		/** Reader of the ignored author. */
		ignoredId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		createdAt: createdAt(),
	},
	(t) => [
		uniqueIndex('ignored_readers_by_reader').on(t.readerId, t.ignoredId),
		index('ignored_readers_by_ignored').on(t.ignoredId),
		check('ignored_readers_other', sql`${t.readerId} <> ${t.ignoredId}`),
	],
)

/** Notes of moderators on the author of a comment. */
export const readerNotes = table(
	'reader_notes',
	{
		id: id(),
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		personId: text().references(() => people.id, { onDelete: 'set null' }),
		body: text().notNull(),
		createdAt: createdAt(),
	},
	(t) => [index('reader_notes_by_reader').on(t.readerId, t.id)],
)

/** Times up to which readers have marked their notices as read; the notices are made of other tables. */
export const noticesSeen = table('notices_seen', {
	readerId: text()
		.primaryKey()
		.references(() => readers.id, { onDelete: 'cascade' }),
	seenAt: timestamp().notNull(),
})
