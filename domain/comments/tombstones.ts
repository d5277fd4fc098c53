import { and, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { prepared, readDb, type Tx } from '@/db'
import { comments } from '@/db/schema'
import { expiresAt } from '@/lib/invalidation'
import { RETENTION } from '@/lib/retention'
import type { Row } from './thread-rows'

/**
 * A public comment that its author deleted leaves a tombstone, a line in its place without text and name: for
 * `tombstoneDays`, and longer above visible replies.
 */

/** Tombstones shown per story, the newest: bounds the pages of a thread after hundreds of deletions. */
export const TOMBSTONES_SHOWN_MAX = 50

const DAY_MS = 86_400_000

/** The columns that a deletion by the author empties and sets; only a public comment leaves a tombstone. */
export const deletedValues = ({ state }: Pick<typeof comments.$inferSelect, 'state'>) => {
	const now = Date.now()
	return {
		state: 'rejected' as const,
		body: '',
		authorName: '',
		authorEmail: null,
		emailConfirmedAt: null,
		pickedAt: null,
		deletedAt: new Date(now),
		...(state === 'approved' && { tombstoneUntil: new Date(now + RETENTION.tombstoneDays * DAY_MS) }),
	}
}

export type Tombstone = { id: number; thread: number }

/** The tombstones of a story. The page being rendered expires with the first. */
export async function tombstonesOn(articleId: number): Promise<Tombstone[]> {
	const rows = await newestOn(readDb(), { articleId, now: new Date() })
	for (const { until } of rows) expiresAt(until)
	return rows.map(({ id, rootId }) => ({ id, thread: rootId ?? id }))
}

/** Whether a deleted comment of a story has a tombstone that its thread shows. */
export const hasTombstone = async (articleId: number, id: number): Promise<boolean> =>
	(await newestOn(readDb(), { articleId, now: new Date() })).some((each) => each.id === id)

const newestOn = prepared(['articleId', 'now'], (on, { articleId, now }) =>
	on
		.select({ id: comments.id, rootId: comments.rootId, until: comments.tombstoneUntil })
		.from(comments)
		.where(
			and(
				eq(comments.articleId, articleId),
				gt(comments.tombstoneUntil, sql.param(now, comments.tombstoneUntil)),
			),
		)
		.orderBy(desc(comments.id))
		.limit(TOMBSTONES_SHOWN_MAX),
)

export const isTombstone = ({ comment }: Row): boolean => comment.deletedAt !== null

/** Ends the tombstones after their time, so that reads need not pass over them. */
export async function endTombstones(tx: Tx, now: Date): Promise<void> {
	await tx.update(comments).set({ tombstoneUntil: null }).where(lt(comments.tombstoneUntil, now))
}
