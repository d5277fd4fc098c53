import { and, eq, isNull, lt } from 'drizzle-orm'
import { commentDrafts, invitations, sessions, settings } from '@/db/schema'
import { type Tx, write } from '@/db/write'

/** A draft waits for a trip to the sign-in page, not for a season. */
const DRAFT_DAYS = 7
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Often enough that two runs in a row say whether the clock has leapt between them. */
export const HOUSEKEEPING_EVERY_MS = HOUR_MS
/** Two runs further apart than this: the clock was set, or the site stood still. Which one cannot be told. */
const CLOCK_STEP_MS = DAY_MS
/** How long the clock must have run without a leap before rows are deleted by it. */
const STEADY_MS = DAY_MS

/** Row of the settings table that holds how long the clock has been steady; no setting of the publisher's. */
const CLOCK_ROW = 'housekeeping.clock'

type Steady = { seenAt: number; steadySince: number }

/**
 * Deletes what has expired: sessions, links that were never used, drafts that were left. A clock that is wrong by
 * years, as after a boot with an empty battery, would make all of them expire, so nothing is deleted until the
 * clock has been steady for a day.
 */
export async function deleteExpired(now = new Date()): Promise<void> {
	await write(async (tx) => {
		if (!(await isSteady(tx, now.getTime()))) return
		await tx.delete(sessions).where(lt(sessions.expires, now))
		await tx.delete(invitations).where(and(isNull(invitations.acceptedAt), lt(invitations.expiresAt, now)))
		await tx
			.delete(commentDrafts)
			.where(lt(commentDrafts.savedAt, new Date(now.getTime() - DRAFT_DAYS * DAY_MS)))
	})
}

/** Notes that the clock was seen, and whether it has been steady for long enough. */
async function isSteady(tx: Tx, seenAt: number): Promise<boolean> {
	const [row] = await tx.select().from(settings).where(eq(settings.key, CLOCK_ROW))
	const last = row?.value as Steady | undefined
	const stepped = !last || Math.abs(seenAt - last.seenAt) > CLOCK_STEP_MS
	const value: Steady = { seenAt, steadySince: stepped ? seenAt : last.steadySince }
	await tx
		.insert(settings)
		.values({ key: CLOCK_ROW, value })
		.onConflictDoUpdate({ target: settings.key, set: { value } })
	return seenAt - value.steadySince >= STEADY_MS
}
