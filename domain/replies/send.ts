import { and, eq, lte } from 'drizzle-orm'
import { write } from '@/db'
import { replyAddresses, replyNotices } from '@/db/schema'
import { claimReplies, type DueLink, type DueReply, isAmong, listDueAddresses, listDueLinks } from './due'
import { mailConfirmation, mailReplies } from './mails'
import { offersReplyMails } from './subscribe'

/** Interval between runs in ms. */
export const REPLY_MAILS_EVERY_MS = 30_000
/** Attempts of a mail in all, the last about a day after the first: each pause is four times the one before. */
const ATTEMPTS_MAX = 6
const FIRST_PAUSE_MS = 60_000
const PAUSE_FACTOR = 4

const running = { now: false }

/** Sends the mails about replies that are due, one an address. A run that finds another one running does nothing. */
export async function sendReplyMails(now = new Date()): Promise<void> {
	if (running.now || !offersReplyMails()) return
	running.now = true
	try {
		for (const link of await listDueLinks(now)) await ask(link, now)
		for (const address of await listDueAddresses(now)) await tell(address, now)
	} finally {
		running.now = false
	}
}

const retryAt = (now: Date, attempts: number): Date =>
	new Date(now.getTime() + FIRST_PAUSE_MS * PAUSE_FACTOR ** attempts)

/** Mails the link that confirms an address. */
async function ask(link: DueLink, now: Date): Promise<void> {
	if (!(await claimLink(link, now)) || (await mailConfirmation(link, now)) !== 'sent') return
	await write((tx) =>
		tx
			.update(replyAddresses)
			.set({ askAt: null, askedAt: now, askAttempts: 0 })
			.where(eq(replyAddresses.id, link.id)),
	)
}

/** Counts the attempt before the mail, so that no other instance sends it too, and the next follows after a stop. */
function claimLink({ id, attempts }: DueLink, now: Date): Promise<boolean> {
	const isLast = attempts + 1 >= ATTEMPTS_MAX
	return write(async (tx) => {
		await tx.lock('reply address', id)
		const claimed = await tx
			.update(replyAddresses)
			.set({ askAt: isLast ? null : retryAt(now, attempts), askAttempts: attempts + 1 })
			.where(
				and(
					eq(replyAddresses.id, id),
					lte(replyAddresses.askAt, now),
					eq(replyAddresses.askAttempts, attempts),
				),
			)
			.returning({ id: replyAddresses.id })
		return claimed.length > 0
	})
}

/** Mails the replies of an address, joined in one. */
async function tell({ id, email }: { id: string; email: string }, now: Date): Promise<void> {
	const replies = await write((tx) => claimReplies(tx, id, now))
	if (replies.length === 0) return
	if ((await mailReplies({ id, email }, replies)) === 'sent') return
	await postpone(id, replies, now)
}

/** After the last attempt the replies count as told. */
async function postpone(addressId: string, replies: DueReply[], now: Date): Promise<void> {
	const again = replies.filter(({ attempts }) => attempts + 1 < ATTEMPTS_MAX)
	if (again.length === 0) return
	const attempts = Math.max(...again.map((reply) => reply.attempts)) + 1
	await write(async (tx) => {
		await tx
			.update(replyNotices)
			.set({ sentAt: null, attempts, dueAt: retryAt(now, attempts - 1) })
			.where(isAmong(addressId, again))
	})
}
