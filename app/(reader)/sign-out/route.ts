import { cookies } from 'next/headers'
import { handleForm, seeOther } from '@/app/_http/form-route'
import { readerCookie, sessionCookie } from '@/app/_http/set-cookies'
import { endSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'

/** Signs out and deletes the reader cookie, so that the next user of the browser is another reader. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		run: async () => {
			const token = (await cookies()).get(SESSION_COOKIE)?.value
			if (token) await endSession(token)
			return seeOther('/', [sessionCookie(null), readerCookie(null)])
		},
	})
