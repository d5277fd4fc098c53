import { asc, eq } from 'drizzle-orm'
import { readDb } from '@/db'
import {
	commentDrafts,
	comments,
	commentVersions,
	moods,
	ratings,
	replyAddresses,
	replySubscriptions,
	respects,
	respectTallies,
	savedArticles,
	setAsideVotes,
} from '@/db/schema'
import { heldWords } from '@/lib/moderation-reasons'
import type { OwnRow } from '@/lib/own-data'
import { publicNames } from '../articles/public-names'
import { findingsOf } from '../comments/findings'
import { ignoredPeople } from '../comments/ignore'
import type { Owner } from './owner'

/** Rows of a reader with the name of each story; without a reader none. */
async function withStories<Row extends { articleId: number }>(
	{ readerId }: Owner,
	read: (readerId: string) => PromiseLike<Row[]>,
): Promise<(Omit<Row, 'articleId'> & { story: string | null })[]> {
	const rows = readerId ? await read(readerId) : []
	const names = await publicNames(rows.map(({ articleId }) => articleId))
	return rows.map(({ articleId, ...row }) => ({ ...row, story: names.get(articleId)?.headline ?? null }))
}

export async function commentRows(owner: Owner): Promise<OwnRow[]> {
	const rows = await withStories(owner, (readerId) =>
		readDb()
			.select({ comment: comments, articleId: comments.articleId, respects: respectTallies.votes })
			.from(comments)
			.leftJoin(respectTallies, eq(respectTallies.commentId, comments.id))
			.where(eq(comments.readerId, readerId))
			.orderBy(asc(comments.id)),
	)
	const versions = await readDb()
		.select({ id: commentVersions.commentId, body: commentVersions.body })
		.from(commentVersions)
		.innerJoin(comments, eq(comments.id, commentVersions.commentId))
		.where(eq(comments.readerId, owner.readerId ?? ''))
		.orderBy(asc(commentVersions.id))
	const former = new Map<number, string[]>()
	for (const { id, body } of versions) former.set(id, [...(former.get(id) ?? []), body])
	const held = await findingsOf(
		readDb(),
		rows.map(({ comment }) => comment.id),
	)
	return rows.map(({ comment, story, respects: votes }) => ({
		...{
			number: comment.id,
			story,
			text: comment.body,
			state: comment.deletedAt ? 'deleted' : comment.state,
		},
		...{ since: comment.createdAt, edited: comment.editedAt, deleted: comment.deletedAt },
		...{
			confirmed: comment.emailConfirmedAt,
			picked: comment.pickedAt,
			name: comment.authorName,
			email: comment.authorEmail,
		},
		...{ inReplyTo: comment.parentId, respects: votes ?? 0 },
		formerTexts: former.get(comment.id) ?? [],
		heldFor: (held.get(comment.id) ?? []).map((reason) => heldWords(reason, (text) => text).join('')),
	}))
}

/** Moods and stars, counted or set aside. */
export const voteRows = async (owner: Owner): Promise<OwnRow[]> => {
	const cast = await withStories(owner, (readerId) =>
		readDb()
			.select({ articleId: moods.articleId, choice: moods.mood, since: moods.castAt })
			.from(moods)
			.where(eq(moods.readerId, readerId))
			.orderBy(asc(moods.castAt)),
	)
	const rated = await withStories(owner, (readerId) =>
		readDb()
			.select({ articleId: ratings.articleId, choice: ratings.stars, since: ratings.ratedAt })
			.from(ratings)
			.where(eq(ratings.readerId, readerId))
			.orderBy(asc(ratings.ratedAt)),
	)
	const { articleId, kind, choice, castAt, state } = setAsideVotes
	const aside = await withStories(owner, (readerId) =>
		readDb()
			.select({ articleId, what: kind, choice, since: castAt, state })
			.from(setAsideVotes)
			.where(eq(setAsideVotes.readerId, readerId))
			.orderBy(asc(castAt)),
	)
	return [
		...cast.map((row) => ({ what: 'mood', ...row, state: 'counted' })),
		...rated.map((row) => ({ what: 'rating', ...row, state: 'counted' })),
		...aside.map((row) => ({ ...row, state: row.state === 'counted' ? 'released' : row.state })),
	]
}

export const respectRows = (owner: Owner): Promise<OwnRow[]> =>
	withStories(owner, (readerId) =>
		readDb()
			.select({ articleId: comments.articleId, comment: respects.commentId, since: respects.castAt })
			.from(respects)
			.innerJoin(comments, eq(comments.id, respects.commentId))
			.where(eq(respects.readerId, readerId))
			.orderBy(asc(respects.castAt)),
	)

export const savedRows = (owner: Owner): Promise<OwnRow[]> =>
	withStories(owner, (readerId) =>
		readDb()
			.select({ articleId: savedArticles.articleId, since: savedArticles.savedAt })
			.from(savedArticles)
			.where(eq(savedArticles.readerId, readerId))
			.orderBy(asc(savedArticles.savedAt)),
	)

/** People whom the owner ignores, by the name of their newest public comment. */
export async function ignoredRows({ readerId }: Owner): Promise<OwnRow[]> {
	const people = await ignoredPeople(readerId ?? '')
	return people.map(({ name, since }) => ({ name, since }))
}

/** Wishes for mails about replies, with their address. */
export const replyMailRows = async ({ readerId }: Owner): Promise<OwnRow[]> =>
	readDb()
		.select({
			...{ comment: replySubscriptions.commentId, email: replyAddresses.email },
			...{ since: replySubscriptions.createdAt, confirmed: replyAddresses.confirmedAt },
		})
		.from(replySubscriptions)
		.innerJoin(replyAddresses, eq(replyAddresses.id, replySubscriptions.addressId))
		.innerJoin(comments, eq(comments.id, replySubscriptions.commentId))
		.where(eq(comments.readerId, readerId ?? ''))
		.orderBy(asc(replySubscriptions.createdAt))

export const draftRows = (owner: Owner): Promise<OwnRow[]> =>
	withStories(owner, (readerId) =>
		readDb()
			.select({
				...{ articleId: commentDrafts.articleId, text: commentDrafts.body },
				...{ inReplyTo: commentDrafts.parentId, since: commentDrafts.savedAt },
			})
			.from(commentDrafts)
			.where(eq(commentDrafts.readerId, readerId))
			.orderBy(asc(commentDrafts.savedAt)),
	)
