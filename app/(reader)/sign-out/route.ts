import { handleForm, seeOther } from '@/app/_http/form-route'
import { connectCookie } from '@/app/_http/provider-cookies'
import { readerCookie, sessionCookie, signedOutCookie } from '@/app/_http/set-cookies'
import { sessionToken } from '@/app/_http/viewer-from-request'
import { endSession } from '@/domain/sessions'

/**
 * Signs out and deletes the reader cookie, so that the next user of the browser is another reader. The next page removes
 * what scripts keep of this one.
 */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		run: async () => {
			const token = sessionToken(request)
			if (token) await endSession(token)
			return seeOther('/', [sessionCookie(null), readerCookie(null), connectCookie(null), signedOutCookie()])
		},
	})
