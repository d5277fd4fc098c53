import { handleForm, seeOther } from '@/app/_http/form-route'
import { accountKey, knownBrowser, knownBrowserCookie } from '@/app/_http/known-browser'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { sessionCookie } from '@/app/_http/set-cookies'
import { admitSignIn } from '@/app/_http/sign-in-attempts'
import { normalizeEmail } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { redeemSignInLink } from '@/domain/sign-in-links'
import { safeReturnPath } from '@/lib/urls'

/** Signs in with a password or with a one-time link from `npm run square -- user sign-in-link`. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: () => '/sign-in',
		secret: ['password', 'link'],
		run: async ({ email = '', password = '', link, next }) => {
			if (link) {
				await enforceRateLimit('link', clientKey())
				return seeOther(safeReturnPath(next), [sessionCookie(await redeemSignInLink(link))])
			}
			const account = accountKey(normalizeEmail(email))
			const cookies = request.headers.get('cookie')
			const attempt = await admitSignIn(account, knownBrowser(cookies, account))
			const session = await signIn(email, password)
			await attempt.succeeded()
			return seeOther(safeReturnPath(next), [sessionCookie(session), knownBrowserCookie(cookies, account)])
		},
	})
