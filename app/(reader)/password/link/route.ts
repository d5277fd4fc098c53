import { handleForm, seeOther } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { mailLater } from '@/app/_http/mail-later'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { mailPasswordReset } from '@/domain/password-links'
import { checkEmail } from '@/domain/people'
import { env } from '@/lib/env'

/** Mails a link for a new password. The answer is the same for an address without an account. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: () => '/password',
		run: async ({ email: typed = '' }) => {
			await enforceRateLimit('link', clientKey())
			const email = checkEmail(typed)
			await enforceRateLimit('passwordMail', accountKey(email))
			if (!env.smtpUrl) return seeOther('/password')
			mailLater(() => mailPasswordReset(email))
			return seeOther('/password?sent=yes')
		},
	})
