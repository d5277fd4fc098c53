import { and, eq, type Placeholder } from 'drizzle-orm'
import { excluded, prepared, type Queryable, type Tx } from '@/db'
import { moods, ratings, type VOTE_KINDS } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import type { Mood, Stars } from '@/lib/moods'
import { Refusal } from '@/lib/refusal'
import type { Responses } from '../articles/responses'
import { adjustMoodTally, adjustRatingTally, type Delta } from '../tallies'

export type VoteKindName = (typeof VOTE_KINDS)[number]

/** A reader and a story, which have one vote of each kind. */
export type VoteOf = { articleId: number; readerId: string }

/** A kind of vote: the table and tally of its counted votes. */
export type VoteKind<Choice extends Mood | Stars = Mood | Stars> = {
	name: VoteKindName
	find: (on: Queryable, of: VoteOf) => Promise<Choice | null>
	put: (tx: Tx, vote: VoteOf & { choice: Choice; at: Date }) => Promise<void>
	remove: (tx: Tx, of: VoteOf) => Promise<void>
	adjustTally: (tx: Tx, articleId: number, choice: Choice, by: Delta) => Promise<void>
	/** A choice as `set_aside_votes` stores it. */
	parse: (text: string) => Choice
	/** @throws Refusal `gone` if the story takes none */
	requireShown: (shown: Pick<Responses, 'moods' | 'ratings'>) => void
}

type Row = { articleId: number | Placeholder; readerId: string | Placeholder }

const moodOfReader = ({ articleId, readerId }: Row) =>
	and(eq(moods.articleId, articleId), eq(moods.readerId, readerId))
const ratingOfReader = ({ articleId, readerId }: Row) =>
	and(eq(ratings.articleId, articleId), eq(ratings.readerId, readerId))

const moodOf = prepared(['articleId', 'readerId'], (on, vote) =>
	on.select({ mood: moods.mood }).from(moods).where(moodOfReader(vote)),
)

const upsertMood = prepared(['articleId', 'readerId', 'mood', 'castAt'], (on, vote) =>
	on
		.insert(moods)
		.values(vote)
		.onConflictDoUpdate({
			target: [moods.articleId, moods.readerId],
			set: excluded({ mood: moods.mood, castAt: moods.castAt }),
		}),
)

const starsOf = prepared(['articleId', 'readerId'], (on, vote) =>
	on.select({ stars: ratings.stars }).from(ratings).where(ratingOfReader(vote)),
)

const upsertRating = prepared(['articleId', 'readerId', 'stars', 'ratedAt'], (on, vote) =>
	on
		.insert(ratings)
		.values(vote)
		.onConflictDoUpdate({
			target: [ratings.articleId, ratings.readerId],
			set: excluded({ stars: ratings.stars, ratedAt: ratings.ratedAt }),
		}),
)

export const MOOD_VOTES: VoteKind<Mood> = {
	name: 'mood',
	find: async (on, of) => (await moodOf(on, of))[0]?.mood ?? null,
	put: async (tx, { choice, at, ...of }) => void (await upsertMood(tx, { ...of, mood: choice, castAt: at })),
	remove: async (tx, of) => void (await tx.delete(moods).where(moodOfReader(of))),
	adjustTally: adjustMoodTally,
	parse: (text) => text as Mood,
	requireShown: (responses) => {
		if (!responses.moods) throw new Refusal('gone', messages().refusals.moodsOff)
	},
}

export const RATING_VOTES: VoteKind<Stars> = {
	name: 'rating',
	find: async (on, of) => ((await starsOf(on, of))[0]?.stars as Stars | undefined) ?? null,
	put: async (tx, { choice, at, ...of }) =>
		void (await upsertRating(tx, { ...of, stars: choice, ratedAt: at })),
	remove: async (tx, of) => void (await tx.delete(ratings).where(ratingOfReader(of))),
	adjustTally: adjustRatingTally,
	parse: (text) => Number(text) as Stars,
	requireShown: (responses) => {
		if (!responses.ratings) throw new Refusal('gone', messages().refusals.ratingsOff)
	},
}
