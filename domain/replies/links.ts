import { env } from '@/lib/env'
import { RETENTION } from '@/lib/retention'
import { sign, unsign } from '@/lib/signing'
import { tokenLink } from '../mails'

const [CONFIRM, STOP] = ['confirm-reply-mails', 'stop-reply-mails']
const DAY_MS = 86_400_000

export const REPLY_MAILS_PATH = '/replies'
/** Address of the header `List-Unsubscribe`, which mail programs post to (RFC 8058). */
export const ONE_CLICK_PATH = '/replies/unsubscribe'

/** What a link of a mail is for. `threadId` is null for mails about several threads. */
export type ReplyLink =
	| { kind: 'confirm'; addressId: string }
	| { kind: 'stop'; addressId: string; threadId: number | null }

/** Token of the link that confirms an address, valid for `RETENTION.replyLinkDays`. */
export const confirmToken = (addressId: string, now: Date): string =>
	sign(CONFIRM, `c.${addressId}.${now.getTime() + RETENTION.replyLinkDays * DAY_MS}`)

/** Token of the link that ends mails. It has no end, as a mail may be read years later. */
export const stopToken = (addressId: string, threadId: number | null): string =>
	sign(STOP, `s.${addressId}.${threadId ?? 0}`)

/** The link of a token; null for a forged or expired one. */
export function parseReplyToken(token: string, now = new Date()): ReplyLink | null {
	const isConfirm = token.startsWith('c.')
	const [, addressId = '', number = ''] = unsign(isConfirm ? CONFIRM : STOP, token)?.split('.') ?? []
	if (!addressId) return null
	if (!isConfirm) return { kind: 'stop', addressId, threadId: Number(number) || null }
	return Number(number) > now.getTime() ? { kind: 'confirm', addressId } : null
}

export const replyMailsLink = (token: string): string => tokenLink(REPLY_MAILS_PATH, token)
export const oneClickLink = (token: string): string => `${env.siteUrl}${ONE_CLICK_PATH}?token=${token}`
