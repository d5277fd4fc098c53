import { handleForm, seeOther } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { mailLater } from '@/app/_http/mail-later'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { checkEmail } from '@/domain/people'
import { mailSignInLink } from '@/domain/sign-in-links'
import { env } from '@/lib/env'
import { safeReturnPath } from '@/lib/urls'

/** Mails a link that signs in without a password. The answer is the same for an address without an account. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: () => '/sign-in',
		secret: ['password'],
		run: async ({ email: typed = '', next }) => {
			await enforceRateLimit('link', clientKey())
			const email = checkEmail(typed)
			await enforceRateLimit('signInMail', accountKey(email))
			const back = safeReturnPath(next)
			if (!env.smtpUrl) return seeOther(`/sign-in?next=${encodeURIComponent(back)}`)
			mailLater(() => mailSignInLink(email, back))
			return seeOther(`/sign-in?mail=sent&next=${encodeURIComponent(back)}`)
		},
	})
