import { and, count, desc, eq, sql } from 'drizzle-orm'
import { prepared, type Queryable, readDb, write } from '@/db'
import { comments, ignoredReaders } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { requireLive } from '../articles/live'
import type { Viewer } from '../permissions'
import { ensureReader, readerIdOf } from '../readers'
import { isApprovedOn } from './states'

/** Most people that a reader ignores: bounds the reads of each page of comments. */
export const IGNORED_MAX = 200

/** An ignored person, with the name of the newest public comment; null without one. */
export type IgnoredPerson = { id: number; name: string | null; since: Date }

/**
 * Collapses the comments of a comment's author for the viewer. Idempotent.
 *
 * @throws Refusal `not-found` if the comment is not public on the story or its author is not known, `invalid` for the
 * viewer's own, and for more than `IGNORED_MAX` people
 */
export async function ignoreAuthor(viewer: Viewer, articleId: number, commentId: number): Promise<void> {
	await write(async (tx) => {
		await requireLive(tx, articleId)
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		const [comment] = await tx
			.select({ author: comments.readerId })
			.from(comments)
			.where(and(eq(comments.id, commentId), isApprovedOn(articleId)))
		if (!comment?.author) throw new Refusal('not-found', messages().refusals.commentGone)
		if (comment.author === readerId) throw new Refusal('invalid', messages().ignoring.own)
		const [list] = await tx
			.select({ number: count() })
			.from(ignoredReaders)
			.where(eq(ignoredReaders.readerId, readerId))
		if ((list?.number ?? 0) >= IGNORED_MAX)
			throw new Refusal('invalid', messages().ignoring.tooMany(IGNORED_MAX))
		await tx.insert(ignoredReaders).values({ readerId, ignoredId: comment.author }).onConflictDoNothing()
	})
}

/** Shows the comments of a person again. Idempotent. */
export async function stopIgnoring(viewer: Viewer, id: number): Promise<void> {
	if (!viewer.person && !viewer.readerId) return
	await write(async (tx) => {
		const readerId = await ensureReader(tx, viewer)
		await tx
			.delete(ignoredReaders)
			.where(and(eq(ignoredReaders.id, id), eq(ignoredReaders.readerId, readerId)))
	})
}

/** The viewer's ignored people, the last one first. */
export async function listIgnored(viewer: Viewer): Promise<IgnoredPerson[]> {
	const readerId = await readerIdOf(viewer)
	return readerId ? ignoredPeople(readerId) : []
}

export const ignoredPeople = async (readerId: string): Promise<IgnoredPerson[]> =>
	readDb()
		.select({
			id: ignoredReaders.id,
			name: sql<string | null>`(
				select author_name from comments
				where reader_id = ${ignoredReaders.ignoredId} and state = 'approved'
				order by id desc limit 1
			)`,
			since: ignoredReaders.createdAt,
		})
		.from(ignoredReaders)
		.where(eq(ignoredReaders.readerId, readerId))
		.orderBy(desc(ignoredReaders.id))

/** Readers whose comments a reader ignores. */
export const ignoredBy = async (on: Queryable, readerId: string): Promise<Set<string>> =>
	new Set((await listedBy(on, { readerId })).map(({ id }) => id))

const listedBy = prepared(['readerId'], (on, { readerId }) =>
	on
		.select({ id: ignoredReaders.ignoredId })
		.from(ignoredReaders)
		.where(eq(ignoredReaders.readerId, readerId)),
)

/** Whether a reader ignores the author of a public comment on the story. */
export const ignoresAuthorOn = async (articleId: number, readerId: string): Promise<boolean> =>
	(await ignoredOn(readDb(), { articleId, readerId })).length > 0

const ignoredOn = prepared(['articleId', 'readerId'], (on, { articleId, readerId }) =>
	on
		.select({ id: ignoredReaders.id })
		.from(ignoredReaders)
		.innerJoin(comments, eq(comments.readerId, ignoredReaders.ignoredId))
		.where(and(eq(ignoredReaders.readerId, readerId), isApprovedOn(articleId)))
		.limit(1),
)
