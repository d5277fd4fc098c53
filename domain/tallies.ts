import { sql } from 'drizzle-orm'
import { prepared, type Tally, type Tx } from '@/db'
import { commentTallies, moodTallies, ratingTallies } from '@/db/schema'
import type { Mood } from '@/lib/moods'

/** Change of a tally; tallies change only in the transaction of the vote or comment they count. */
export type Delta = number

export async function adjustMoodTally(tx: Tx, articleId: number, mood: Mood, by: Delta): Promise<void> {
	tx.changedCount(`moods:${articleId}`)
	await tx.addToTally(MOODS, { articleId, mood }, by)
}

const MOODS: Tally<{ articleId: number; mood: Mood }> = {
	name: 'moods',
	add: prepared(['articleId', 'mood', 'by', 'first'], (on, { articleId, mood, by, first }) =>
		on
			.insert(moodTallies)
			.values({ articleId, mood, votes: first })
			.onConflictDoUpdate({
				target: [moodTallies.articleId, moodTallies.mood],
				set: { votes: sql`${moodTallies.votes} + ${by}` },
			}),
	),
}

export async function adjustRatingTally(tx: Tx, articleId: number, stars: number, by: Delta): Promise<void> {
	tx.changedCount(`ratings:${articleId}`)
	await tx.addToTally(RATINGS, { articleId, stars }, by)
}

const RATINGS: Tally<{ articleId: number; stars: number }> = {
	name: 'ratings',
	add: prepared(['articleId', 'stars', 'by', 'first'], (on, { articleId, stars, by, first }) =>
		on
			.insert(ratingTallies)
			.values({ articleId, stars, votes: first })
			.onConflictDoUpdate({
				target: [ratingTallies.articleId, ratingTallies.stars],
				set: { votes: sql`${ratingTallies.votes} + ${by}` },
			}),
	),
}

export async function adjustCommentTally(tx: Tx, articleId: number, by: Delta): Promise<void> {
	tx.changedCount('comments', `comments:${articleId}`)
	await tx.addToTally(COMMENTS, { articleId }, by)
}

const COMMENTS: Tally<{ articleId: number }> = {
	name: 'comments',
	add: prepared(['articleId', 'by', 'first'], (on, { articleId, by, first }) =>
		on
			.insert(commentTallies)
			.values({ articleId, approved: first })
			.onConflictDoUpdate({
				target: commentTallies.articleId,
				set: { approved: sql`${commentTallies.approved} + ${by}` },
			}),
	),
}
