import { cookies } from 'next/headers'
import { handleForm, seeOther } from '@/app/_http/form-route'
import { readerCookie } from '@/app/_http/reader-cookie'
import { serializeSessionCookie } from '@/app/_http/session-cookie'
import { endSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'

/** Signs out and deletes the reader cookie, so that the next user of the browser is another reader. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		run: async () => {
			const token = (await cookies()).get(SESSION_COOKIE)?.value
			if (token) await endSession(token)
			return seeOther('/', [serializeSessionCookie(null), readerCookie('')])
		},
	})
