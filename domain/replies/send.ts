import { eq } from 'drizzle-orm'
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
	const isSent = (await mailConfirmation(link, now)) === 'sent'
	const isLast = link.attempts + 1 >= ATTEMPTS_MAX
	await write(async (tx) => {
		await tx.lock('reply address', link.id)
		const [address] = await tx.select().from(replyAddresses).where(eq(replyAddresses.id, link.id))
		if (!address) return
		const after = isSent
			? { askAt: null, askedAt: now, askAttempts: 0 }
			: { askAt: isLast ? null : retryAt(now, link.attempts), askAttempts: link.attempts + 1 }
		await tx.update(replyAddresses).set(after).where(eq(replyAddresses.id, link.id))
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
