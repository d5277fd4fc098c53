import { count, eq, gt, lt } from 'drizzle-orm'
import { prepared, readDb, write } from '@/db'
import { noticesSeen } from '@/db/schema'
import { UNREAD_MAX } from '@/lib/unread-max'
import type { Viewer } from '../permissions'
import { ensureReader, readerIdOf } from '../readers'
import { eventsOf } from './events'

const seenOf = prepared(['readerId'], (on, { readerId }) =>
	on.select({ at: noticesSeen.seenAt }).from(noticesSeen).where(eq(noticesSeen.readerId, readerId)),
)

const unreadOf = prepared(['readerId', 'seen', 'limit'], (on, { readerId, seen, limit }) => {
	const events = eventsOf(on, readerId)
	const unread = on
		.select({ id: events.id })
		.from(events)
		.where(gt(events.at, seen))
		.limit(limit)
		.as('unread')
	return on.select({ number: count() }).from(unread)
})

/** Time up to which a reader has marked the notices as read, in ms; 0 before the first time. */
export async function seenUpTo(readerId: string): Promise<number> {
	const [row] = await seenOf(readDb(), { readerId })
	return row?.at.getTime() ?? 0
}

/** Number of the viewer's unread notices, at most one above `UNREAD_MAX`. */
export async function countUnread(viewer: Viewer): Promise<number> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return 0
	const [row] = await unreadOf(readDb(), { readerId, seen: await seenUpTo(readerId), limit: UNREAD_MAX + 1 })
	return row?.number ?? 0
}

/** Marks the notices up to a time as read: that of the newest on the page, so that later ones stay unread. */
export async function markNoticesSeen(viewer: Viewer, upTo: Date): Promise<void> {
	if (!viewer.person && !viewer.readerId) return
	const seenAt = new Date(Math.min(upTo.getTime(), Date.now()))
	await write(async (tx) => {
		const readerId = await ensureReader(tx, viewer)
		await tx
			.insert(noticesSeen)
			.values({ readerId, seenAt })
			.onConflictDoUpdate({
				target: noticesSeen.readerId,
				set: { seenAt },
				setWhere: lt(noticesSeen.seenAt, seenAt),
			})
	})
}
