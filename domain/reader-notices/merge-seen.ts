import { asc, eq, gt } from 'drizzle-orm'
import type { Tx } from '@/db'
import { noticesSeen } from '@/db/schema'
import { eventsOf } from './events'

/**
 * Sets the mark of an account back to before the oldest unread notice of a browser's reader that is merged into it, so
 * that none counts as read unseen; an account without any notice takes the browser's mark. Runs before comments and votes
 * move.
 */
export async function mergeNoticesSeen(tx: Tx, from: string, to: string): Promise<void> {
	const [browser, account] = [await markOf(tx, from), await markOf(tx, to)]
	if (account === null) {
		if (browser !== null && (await oldestAfter(tx, to, 0)) === null)
			await tx.insert(noticesSeen).values({ readerId: to, seenAt: new Date(browser) })
		return
	}
	const oldest = await oldestAfter(tx, from, browser ?? 0)
	if (oldest === null || oldest > account) return
	await tx
		.update(noticesSeen)
		.set({ seenAt: new Date(oldest - 1) })
		.where(eq(noticesSeen.readerId, to))
}

async function markOf(tx: Tx, readerId: string): Promise<number | null> {
	const [row] = await tx.select().from(noticesSeen).where(eq(noticesSeen.readerId, readerId))
	return row?.seenAt.getTime() ?? null
}

/** Time of a reader's oldest event after a time, in ms; null without one. */
async function oldestAfter(tx: Tx, readerId: string, after: number): Promise<number | null> {
	const events = eventsOf(tx, readerId)
	const [row] = await tx
		.select({ at: events.at })
		.from(events)
		.where(gt(events.at, after))
		.orderBy(asc(events.at))
		.limit(1)
	return row?.at ?? null
}
