import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { confirmReplyMails, stopReplyMails } from '@/domain/replies/change'
import { REPLY_MAILS_PATH } from '@/domain/replies/links'

/** Confirms an address, or ends mails about replies, with the token of a mail. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		run: async ({ token = '', change = '' }) => {
			await enforceRateLimit('link', clientKey())
			if (change === 'confirm') await confirmReplyMails(token)
			else await stopReplyMails(token, change === 'thread' ? 'thread' : 'all')
			return seeOther(`${REPLY_MAILS_PATH}?token=${encodeURIComponent(token)}`)
		},
	})
