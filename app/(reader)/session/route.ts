import { handleForm } from '@/app/_http/form-route'
import { accountKey, knownBrowser, knownBrowserCookie } from '@/app/_http/known-browser'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { admitSignIn } from '@/app/_http/sign-in-attempts'
import { deviceOf, signedIn } from '@/app/_http/signed-in'
import { normalizeEmail } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { redeemSignInLink } from '@/domain/sign-in-links'

/** Signs in with a password or with a one-time link from `npm run square -- user sign-in-link`. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: () => '/sign-in',
		secret: ['password', 'link'],
		run: async ({ email = '', password = '', link, next }) => {
			if (link) {
				await enforceRateLimit('link', clientKey())
				return signedIn(request, await redeemSignInLink(link, deviceOf(request)), next)
			}
			const account = accountKey(normalizeEmail(email))
			const cookies = request.headers.get('cookie')
			const attempt = await admitSignIn(account, knownBrowser(cookies, account))
			const session = await signIn(email, password, deviceOf(request))
			await attempt.succeeded()
			return signedIn(request, session, next, [knownBrowserCookie(cookies, account)])
		},
	})
