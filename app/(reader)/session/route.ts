import { accountKey, knownBrowser, knownBrowserCookie } from '@/app/known-browser'
import { addressKey, demandWithin } from '@/app/limits'
import { answerPost, seeOther } from '@/app/posts'
import { sessionCookieLine } from '@/app/session-cookie'
import { admitSignIn } from '@/app/sign-in-attempts'
import { foldEmail } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { redeemSignInLink } from '@/domain/sign-in-links'
import { localPath } from '@/lib/web-address'

/** Signs in with a password, or with a link that the command line made. */
export const POST = (request: Request): Promise<Response> =>
	answerPost(request, {
		at: () => '/sign-in',
		secret: ['password', 'link'],
		run: async ({ email = '', password = '', link, next }) => {
			if (link) {
				await demandWithin('link', addressKey())
				return seeOther(localPath(next), [sessionCookieLine(await redeemSignInLink(link))])
			}
			const account = accountKey(foldEmail(email))
			const cookies = request.headers.get('cookie')
			const attempt = await admitSignIn(account, knownBrowser(cookies, account))
			const session = await signIn(email, password)
			await attempt.succeeded()
			return seeOther(localPath(next), [sessionCookieLine(session), knownBrowserCookie(cookies, account)])
		},
	})
