import { sql } from 'drizzle-orm'
import { MOODS } from '@/lib/moods'
import {
	check,
	createdAt,
	enumText,
	foreignId,
	index,
	integer,
	primaryKey,
	table,
	text,
} from '../sqlite/columns'
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
