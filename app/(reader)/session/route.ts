import { addressKey, demandWithin } from '@/app/limits'
import { answerPost, seeOther } from '@/app/posts'
import { sessionCookieLine } from '@/app/session-cookie'
import { foldEmail } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { localPath } from '@/lib/web-address'

/** Signs in. */
export const POST = (request: Request): Promise<Response> =>
	answerPost(request, {
		at: () => '/sign-in',
		secret: ['password'],
		run: async ({ email = '', password = '', next }) => {
			await demandWithin('signInByAddress', addressKey())
			await demandWithin('signInByAccount', `${foldEmail(email)} ${addressKey()}`)
			await demandWithin('signInFromAnywhere', foldEmail(email))
			const session = await signIn(email, password)
			return seeOther(localPath(next), [sessionCookieLine(session)])
		},
	})
