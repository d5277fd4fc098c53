import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db'
import {
	commentDrafts,
	comments,
	moods,
	ratings,
	readerNotes,
	readerRestrictions,
	readers,
	savedArticles,
	setAsideVotes,
} from '@/db/schema'
import { READING_LIST_MAX } from '@/lib/limits'
import { joinedDrafts } from './comments/joined-drafts'
import { mergeIgnored } from './comments/merge-ignored'
import { mergeRespects } from './comments/respect-rows'
import { mergeNoticesSeen } from './reader-notices/merge-seen'
import { adjustMoodTally, adjustRatingTally } from './tallies'
import { KINDS, listSetAside } from './votes/set-aside'

/**
 * Merges the anonymous reader of a browser into the reader of the account that signed in there, so that votes
 * count once: on a conflict the account's vote stays, two drafts for one story are joined, a full reading list takes no
 * more, all other rows move.
 * Rows that still refer to the browser's reader are deleted with it.
 */
export async function mergeReader(tx: Tx, browserReaderId: string, ownReaderId: string): Promise<void> {
	for (const id of [browserReaderId, ownReaderId].sort()) await tx.lock('reader', id)
	const [browser] = await tx
		.select({ id: readers.id })
		.from(readers)
		.where(and(eq(readers.id, browserReaderId), isNull(readers.personId)))
	if (!browser || browserReaderId === ownReaderId) return
	await mergeNoticesSeen(tx, browserReaderId, ownReaderId)
	await mergeSetAside(tx, browserReaderId, ownReaderId)
	await mergeMoods(tx, browserReaderId, ownReaderId)
	await mergeRatings(tx, browserReaderId, ownReaderId)
	await mergeDrafts(tx, browserReaderId, ownReaderId)
	await mergeSaved(tx, browserReaderId, ownReaderId)
	for (const table of [comments, readerRestrictions, readerNotes])
		await tx.update(table).set({ readerId: ownReaderId }).where(eq(table.readerId, browserReaderId))
	await mergeRespects(tx, browserReaderId, ownReaderId)
	await mergeIgnored(tx, browserReaderId, ownReaderId)
	await tx.delete(readers).where(eq(readers.id, browserReaderId))
}

/** A vote set aside moves only where the account has none of its kind; runs before the counted ones move. */
async function mergeSetAside(tx: Tx, from: string, to: string): Promise<void> {
	for (const { readerId: _, ...vote } of await listSetAside(tx, from)) {
		tx.changedCount(`counts:${vote.articleId}`)
		const own = await KINDS[vote.kind].find(tx, { articleId: vote.articleId, readerId: to })
		if (own === null)
			await tx
				.insert(setAsideVotes)
				.values({ ...vote, readerId: to })
				.onConflictDoNothing()
	}
	await tx.delete(setAsideVotes).where(eq(setAsideVotes.readerId, from))
}

async function mergeMoods(tx: Tx, from: string, to: string): Promise<void> {
	for (const { articleId, mood, castAt } of await tx.select().from(moods).where(eq(moods.readerId, from))) {
		const [moved] = await tx
			.insert(moods)
			.values({ articleId, readerId: to, mood, castAt })
			.onConflictDoNothing()
			.returning({ articleId: moods.articleId })
		if (!moved) await adjustMoodTally(tx, articleId, mood, -1)
	}
	await tx.delete(moods).where(eq(moods.readerId, from))
}

async function mergeRatings(tx: Tx, from: string, to: string): Promise<void> {
	for (const { articleId, stars, ratedAt } of await tx
		.select()
		.from(ratings)
		.where(eq(ratings.readerId, from))) {
		const [moved] = await tx
			.insert(ratings)
			.values({ articleId, readerId: to, stars, ratedAt })
			.onConflictDoNothing()
			.returning({ articleId: ratings.articleId })
		if (!moved) await adjustRatingTally(tx, articleId, stars, -1)
	}
	await tx.delete(ratings).where(eq(ratings.readerId, from))
}

async function mergeDrafts(tx: Tx, from: string, to: string): Promise<void> {
	for (const draft of await tx.select().from(commentDrafts).where(eq(commentDrafts.readerId, from))) {
		const [own] = await tx
			.select()
			.from(commentDrafts)
			.where(and(eq(commentDrafts.readerId, to), eq(commentDrafts.articleId, draft.articleId)))
		const { body, parentId, savedAt } = own ? joinedDrafts(own, draft) : draft
		await tx
			.insert(commentDrafts)
			.values({ readerId: to, articleId: draft.articleId, body, parentId, savedAt })
			.onConflictDoUpdate({
				target: [commentDrafts.readerId, commentDrafts.articleId],
				set: { body, parentId, savedAt },
			})
	}
	await tx.delete(commentDrafts).where(eq(commentDrafts.readerId, from))
}

/** The newest saved stories of the browser fill the account's reading list up to its limit. */
async function mergeSaved(tx: Tx, from: string, to: string): Promise<void> {
	const [own] = await tx.select({ number: count() }).from(savedArticles).where(eq(savedArticles.readerId, to))
	let free = READING_LIST_MAX - (own?.number ?? 0)
	const newestFirst = tx
		.select()
		.from(savedArticles)
		.where(eq(savedArticles.readerId, from))
		.orderBy(desc(savedArticles.savedAt), desc(savedArticles.articleId))
	for (const { articleId, savedAt } of await newestFirst) {
		if (free <= 0) break
		const added = await tx
			.insert(savedArticles)
			.values({ articleId, readerId: to, savedAt })
			.onConflictDoNothing()
			.returning({ articleId: savedArticles.articleId })
		free -= added.length
	}
	await tx.delete(savedArticles).where(eq(savedArticles.readerId, from))
}
