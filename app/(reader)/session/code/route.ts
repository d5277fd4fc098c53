import { handleForm } from '@/app/_http/form-route'
import { accountKey, knownBrowser, knownBrowserCookie } from '@/app/_http/known-browser'
import { secondStepCookie } from '@/app/_http/set-cookies'
import { admitSignIn } from '@/app/_http/sign-in-attempts'
import { deviceOf, signedIn } from '@/app/_http/signed-in'
import { findSecondStep, finishSignIn } from '@/domain/second-step'
import { parseCookies, SECOND_STEP_COOKIE } from '@/lib/cookies'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'

/** Second step of a sign-in: a code of the authenticator app, or a recovery code. */
export function POST(request: Request): Promise<Response> {
	let page = '/sign-in/code'
	return handleForm(request, {
		page: () => page,
		secret: ['code'],
		run: async ({ code = '', next }) => {
			const cookies = request.headers.get('cookie')
			const token = parseCookies(cookies).get(SECOND_STEP_COOKIE) ?? ''
			const person = await findSecondStep(token)
			if (!person) {
				page = '/sign-in'
				throw new Refusal('gone', messages().refusals.signInTooLong)
			}
			const account = accountKey(person.email ?? person.id)
			// Limited separately, so that a right password does not admit more guesses of the code.
			const attempt = await admitSignIn(accountKey(`code ${person.id}`), knownBrowser(cookies, account))
			const session = await finishSignIn(token, code, deviceOf(request)).catch((error) => {
				if (error.code === 'gone') page = '/sign-in'
				throw error
			})
			await attempt.succeeded()
			return signedIn(request, session, next, [knownBrowserCookie(cookies, account), secondStepCookie(null)])
		},
	})
}
