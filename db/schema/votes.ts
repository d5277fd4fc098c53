import { sql } from 'drizzle-orm'
import { MOODS } from '@/lib/moods'
import {
	type AnyColumn,
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
	timestamp,
} from '../columns'
import { among } from './among'
import { articles } from './articles'
import { people } from './people'

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
		// Votes of the last days, counted from the index alone.
		index('moods_by_time').on(t.castAt, t.articleId, t.mood),
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

export const VOTE_KINDS = ['mood', 'rating'] as const
export const SET_ASIDE_STATES = ['waiting', 'counted', 'discarded'] as const
export const VOTE_OUTCOMES = ['release', 'discard'] as const

/**
 * Votes beyond the rate of one network on one story: kept apart from `moods` and `ratings`, so that those hold only
 * counted votes. A counted one has a row there too, and stays here so that an editor's release can be undone.
 */
export const setAsideVotes = table(
	'set_aside_votes',
	{
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		kind: enumText(VOTE_KINDS).notNull(),
		/** The mood, or the number of stars; null if the reader took a discarded vote back. */
		choice: text(),
		castAt: createdAt(),
		/** Random number of the votes that one network cast on one story in a day; it names no network. */
		burst: text().notNull(),
		state: enumText(SET_ASIDE_STATES).notNull().default('waiting'),
		/** The decision that counted or discarded it; null if the reader's return did. */
		decisionId: foreignId().references((): AnyColumn => voteDecisions.id, { onDelete: 'set null' }),
	},
	(t) => [
		primaryKey({ columns: [t.articleId, t.readerId, t.kind] }),
		index('set_aside_votes_by_reader').on(t.readerId),
		// Votes of a week, counted from the index alone.
		index('set_aside_votes_by_time').on(t.castAt, t.articleId, t.kind, t.state),
		index('set_aside_votes_by_burst').on(t.articleId, t.burst, t.state),
		check('set_aside_votes_kind', among(t.kind, VOTE_KINDS)),
		check('set_aside_votes_state', among(t.state, SET_ASIDE_STATES)),
		check(
			'set_aside_votes_choice',
			sql`${t.choice} is null or (${t.kind} = 'mood' and ${among(t.choice, MOODS)}) or (${t.kind} = 'rating' and ${among(t.choice, ['1', '2', '3', '4', '5'])})`,
		),
	],
)

/** Decisions of editors about votes set aside, with the reason that readers see. */
export const voteDecisions = table(
	'vote_decisions',
	{
		id: id(),
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		burst: text().notNull(),
		outcome: enumText(VOTE_OUTCOMES).notNull(),
		reason: text().notNull(),
		/** Number of votes that it counted or discarded. */
		votes: integer().notNull(),
		decidedAt: createdAt(),
		undoneAt: timestamp(),
	},
	(t) => [
		index('vote_decisions_by_article').on(t.articleId, t.decidedAt),
		check('vote_decisions_outcome', among(t.outcome, VOTE_OUTCOMES)),
	],
)

/** Reading lists: the stories that a reader has saved for later. */
export const savedArticles = table(
	'saved_articles',
	{
		articleId: foreignId()
			.notNull()
			.references(() => articles.id, { onDelete: 'cascade' }),
		readerId: text()
			.notNull()
			.references(() => readers.id, { onDelete: 'cascade' }),
		savedAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.articleId, t.readerId] }),
		index('saved_articles_by_reader').on(t.readerId, t.savedAt),
	],
)
