import { parseForm, problemResponse, seeOther } from '@/app/_http/form-route'
import { stopReplyMails } from '@/domain/replies/change'
import { REPLY_MAILS_PATH } from '@/domain/replies/links'
import { siteMessages } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { refusalFor } from '@/lib/storage-failure'

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get('token') ?? ''

/** A mail program without RFC 8058 opens the address: the page with the form. */
export const GET = (request: Request): Response =>
	seeOther(`${REPLY_MAILS_PATH}?token=${encodeURIComponent(tokenOf(request))}`)

/**
 * Ends all mails about replies to an address: RFC 8058. Mail providers send this POST from elsewhere and without
 * cookies, so that the token alone authorizes it, and must not be redirected.
 */
export async function POST(request: Request): Promise<Response> {
	try {
		const words = (await siteMessages()).replyMails
		const form = await parseForm(request)
		if (form.get('List-Unsubscribe') !== 'One-Click')
			throw new Refusal('invalid', messages().refusals.notWhole)
		await stopReplyMails(tokenOf(request), 'all')
		return new Response(`${words.off}\n`, {
			headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
		})
	} catch (error) {
		return problemResponse(refusalFor(error))
	}
}
