import { handleForm, seeOther } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { mailPasswordReset } from '@/domain/password-links'
import { checkEmail } from '@/domain/people'
import { env } from '@/lib/env'

/** Delay of the mail, so that the response time is independent of it and does not reveal an account. */
const AFTER_RESPONSE_MS = 200

/** Mails a link for a new password. The answer is the same for an address without an account. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: () => '/password',
		run: async ({ email: typed = '' }) => {
			await enforceRateLimit('link', clientKey())
			const email = checkEmail(typed)
			await enforceRateLimit('passwordMail', accountKey(email))
			if (!env.smtpUrl) return seeOther('/password')
			setTimeout(() => {
				mailPasswordReset(email).catch(() => console.error('A password mail failed before it was sent.'))
			}, AFTER_RESPONSE_MS)
			return seeOther('/password?sent=yes')
		},
	})
