import { write } from '@/db'
import { replyAddresses, replySubscriptions } from '@/db/schema'
import { confirmToken, REPLY_MAILS_PATH, stopToken } from '@/domain/replies/links'

/** Path of a link as mails about replies have it, for the author of a comment. */
export async function replyMailsPath(commentId: number, kind: 'confirm' | 'stop'): Promise<string> {
	const id = crypto.randomUUID()
	const now = new Date()
	const address = { id, email: `${id}@example.org`, wantedAt: now, confirmedAt: kind === 'stop' ? now : null }
	await write(async (tx) => {
		await tx.insert(replyAddresses).values(address)
		await tx
			.insert(replySubscriptions)
			.values({ commentId, addressId: id, threadId: commentId, wholeThread: false })
	})
	const token = kind === 'confirm' ? confirmToken(id, now) : stopToken(id, commentId)
	return `${REPLY_MAILS_PATH}?token=${token}`
}
