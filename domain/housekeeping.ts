import { and, eq, isNull, lt } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import {
	commentConfirmations,
	commentDrafts,
	emailConfirmations,
	invitations,
	sessions,
	settings,
	signInChallenges,
} from '@/db/schema'
import { RETENTION } from '@/lib/retention'
import { deleteHandledMessages } from './accessibility-messages'
import { deleteClosedForms } from './articles/story-editors'
import { emptyTrash } from './articles/trash'
import { deleteKeptRestrictions } from './comments/kept-restrictions'
import { endTombstones } from './comments/tombstones'
import { deleteUnconfirmed } from './comments/unconfirmed'
import { emptyOldReports } from './notices/retention'
import { deleteErasedFiles } from './photos/erase'
import { deleteOldReplyMails } from './replies/retention'
import { emptyRows } from './trash/trash'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Interval between runs, in ms; short enough that two runs in a row reveal a clock step between them. */
export const HOUSEKEEPING_EVERY_MS = HOUR_MS
/** Interval between two runs, in ms, above which a clock step is assumed; a stopped server looks the same. */
const CLOCK_STEP_MS = DAY_MS
/** Time in ms without a clock step before rows are deleted. */
const STEADY_MS = DAY_MS

/** Settings row with the clock's state: internal, not a setting of the publisher. */
const CLOCK_ROW = 'housekeeping.clock'

type Steady = { seenAt: number; steadySince: number }

/**
 * Deletes stories and other rows after their time in the trash, expired sessions, unfinished sign-ins, unused
 * invitations and links, handled messages, the texts of decided reports, wishes for mails about replies, comments of
 * unconfirmed authors, restrictions of deleted accounts and old comment drafts. A clock that is wrong
 * by years, as after a boot with an empty battery, would expire all of them, so deletion starts only after a day
 * without a clock step.
 */
export async function deleteExpired(now = new Date()): Promise<void> {
	const isSure = await write(async (tx) => {
		if (!(await isSteady(tx, now.getTime()))) return false
		await emptyTrash(tx, now)
		await tx.delete(sessions).where(lt(sessions.expires, now))
		await tx.delete(signInChallenges).where(lt(signInChallenges.expiresAt, now))
		await tx.delete(invitations).where(and(isNull(invitations.acceptedAt), lt(invitations.expiresAt, now)))
		for (const links of [emailConfirmations, commentConfirmations])
			await tx.delete(links).where(lt(links.expiresAt, now))
		await deleteHandledMessages(tx, now)
		await emptyOldReports(tx, now)
		await deleteOldReplyMails(tx, now)
		await endTombstones(tx, now)
		await deleteUnconfirmed(tx, now)
		await deleteKeptRestrictions(tx, now)
		await tx
			.delete(commentDrafts)
			.where(lt(commentDrafts.savedAt, new Date(now.getTime() - RETENTION.commentDraftDays * DAY_MS)))
		await deleteClosedForms(tx, now)
		return true
	})
	if (isSure) await emptyRows(now)
	await deleteErasedFiles()
}

/** Stores the time of this run; returns whether the clock has been steady for `STEADY_MS`. */
async function isSteady(tx: Tx, seenAt: number): Promise<boolean> {
	await tx.lock('settings', CLOCK_ROW)
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
