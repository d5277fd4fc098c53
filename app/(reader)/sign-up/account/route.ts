import { handleForm, seeOther } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { mailLater } from '@/app/_http/mail-later'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { mailAfterSignUp } from '@/domain/email-confirmation'
import { checkEmail, signUp } from '@/domain/people'
import { env } from '@/lib/env'
import { safeReturnPath } from '@/lib/urls'

/** Creates a reader account and mails its link. An address that has an account gets the same response, and a mail. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: () => '/sign-up',
		secret: ['password'],
		run: async ({ name = '', email = '', password = '', next }) => {
			await enforceRateLimit('signUp', clientKey())
			if (env.smtpUrl) await enforceRateLimit('signUpMail', accountKey(checkEmail(email)))
			const signedUp = await signUp({ name, email, password })
			const back = safeReturnPath(next)
			if (env.smtpUrl) mailLater(() => mailAfterSignUp(signedUp, back))
			return seeOther(`/sign-in?account=made&next=${encodeURIComponent(back)}`)
		},
	})
