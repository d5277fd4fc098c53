import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { enforceRateLimit } from '@/app/_http/rate-limits'
import { mailConfirmationAgain } from '@/domain/email-confirmation'
import { env } from '@/lib/env'

/** Mails the link that confirms the address of the viewer's account again. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		run: async (viewer) => {
			if (!env.smtpUrl) return seeOther('/account#email')
			await enforceRateLimit('signUpMail', viewer.person.id)
			const outcome = await mailConfirmationAgain(viewer)
			return seeOther(
				`/account?done=${outcome === 'sent' ? 'confirmation-sent' : 'confirmation-failed'}#email`,
			)
		},
	})
