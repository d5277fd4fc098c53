import { and, isNull, lt } from 'drizzle-orm'
import { commentDrafts, invitations, sessions } from '@/db/schema'
import { write } from '@/db/write'

/** A draft waits for a trip to the sign-in page, not for a season. */
const DRAFT_DAYS = 7
const DAY_MS = 86_400_000

/** Removes what has served its time: sessions run out, links never used, drafts nobody came back for. */
export async function keepHouse(now = new Date()): Promise<void> {
	await write(async (tx) => {
		await tx.delete(sessions).where(lt(sessions.expires, now))
		await tx.delete(invitations).where(and(isNull(invitations.acceptedAt), lt(invitations.expiresAt, now)))
		await tx
			.delete(commentDrafts)
			.where(lt(commentDrafts.savedAt, new Date(now.getTime() - DRAFT_DAYS * DAY_MS)))
	})
}
