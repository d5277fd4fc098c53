import { count } from 'drizzle-orm'
import { prepared, type Queryable, readDb } from '@/db'
import { comments } from '@/db/schema'
import { messages, waitingTime } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import type { Viewer } from '../permissions'
import { readerIdOf } from '../readers'
import { isHeldBy } from './states'

/** Held comments of one reader on one story. */
export const HELD_PER_STORY_MAX = 10
/** Retry-After in seconds, constant: the time of the desk's next review is unknown. */
const RETRY_SECONDS = 2 * 60 * 60

/** @throws Refusal `rate-limited` when the reader has `HELD_PER_STORY_MAX` held comments on the story */
export async function limitHeldComments(tx: Queryable, articleId: number, readerId: string): Promise<void> {
	const [held] = await countHeld(tx, { articleId, readerId })
	if ((held?.number ?? 0) >= HELD_PER_STORY_MAX)
		throw new Refusal(
			'rate-limited',
			messages().refusals.commentsHeld(HELD_PER_STORY_MAX, waitingTime(RETRY_SECONDS)),
			'body',
			RETRY_SECONDS,
		)
}

/** The number of the viewer's own held comments on the story. */
export async function countWaiting(viewer: Viewer, articleId: number): Promise<number> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return 0
	const [held] = await countHeld(readDb(), { articleId, readerId })
	return held?.number ?? 0
}

const countHeld = prepared(['articleId', 'readerId'], (on, { articleId, readerId }) =>
	on.select({ number: count() }).from(comments).where(isHeldBy(readerId, articleId)),
)
