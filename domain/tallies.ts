import { sql } from 'drizzle-orm'
import { prepared, type Tx } from '@/db'
import { commentTallies, moodTallies, ratingTallies } from '@/db/schema'
import type { Mood } from '@/lib/moods'

/** Change of a tally; tallies change only in the transaction of the vote or comment they count. */
export type Delta = number

export async function adjustMoodTally(tx: Tx, articleId: number, mood: Mood, by: Delta): Promise<void> {
	tx.changedCount(`moods:${articleId}`)
	await addToMoodTally(tx, { articleId, mood, by, first: Math.max(by, 0) })
}

const addToMoodTally = prepared(['articleId', 'mood', 'by', 'first'], (on, { articleId, mood, by, first }) =>
	on
		.insert(moodTallies)
		.values({ articleId, mood, votes: first })
		.onConflictDoUpdate({
			target: [moodTallies.articleId, moodTallies.mood],
			set: { votes: sql`${moodTallies.votes} + ${by}` },
		}),
)

export async function adjustRatingTally(tx: Tx, articleId: number, stars: number, by: Delta): Promise<void> {
	tx.changedCount(`ratings:${articleId}`)
	await addToRatingTally(tx, { articleId, stars, by, first: Math.max(by, 0) })
}

const addToRatingTally = prepared(
	['articleId', 'stars', 'by', 'first'],
	(on, { articleId, stars, by, first }) =>
		on
			.insert(ratingTallies)
			.values({ articleId, stars, votes: first })
			.onConflictDoUpdate({
				target: [ratingTallies.articleId, ratingTallies.stars],
				set: { votes: sql`${ratingTallies.votes} + ${by}` },
			}),
)

export async function adjustCommentTally(tx: Tx, articleId: number, by: Delta): Promise<void> {
	tx.changedCount('comments', `comments:${articleId}`)
	await tx
		.insert(commentTallies)
		.values({ articleId, approved: Math.max(by, 0) })
		.onConflictDoUpdate({
			target: commentTallies.articleId,
			set: { approved: sql`${commentTallies.approved} + ${by}` },
		})
}
