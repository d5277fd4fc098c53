import { cookies } from 'next/headers'
import { answerPost, seeOther } from '@/app/posts'
import { readerCookie } from '@/app/reader-cookie'
import { sessionCookieLine } from '@/app/session-cookie'
import { endSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'

/** Signs out, and leaves no reader behind for the next person at this browser. */
export const POST = (request: Request): Promise<Response> =>
	answerPost(request, {
		run: async () => {
			const token = (await cookies()).get(SESSION_COOKIE)?.value
			if (token) await endSession(token)
			return seeOther('/', [sessionCookieLine(null), readerCookie('')])
		},
	})
