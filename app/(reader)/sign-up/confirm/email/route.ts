import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { confirmEmail } from '@/domain/email-confirmation'
import { safeReturnPath } from '@/lib/urls'

/** Confirms the e-mail address of an account with the token of a one-time link, without a sign-in. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: ({ token = '' }) => `/sign-up/confirm?token=${encodeURIComponent(token)}`,
		run: async ({ token = '', next }) => {
			await enforceRateLimit('link', clientKey())
			const viewer = await viewerFromRequest(request)
			await confirmEmail(token, viewer)
			const back = safeReturnPath(next)
			const { person } = viewer
			if (!person) return seeOther(`/sign-in?account=confirmed&next=${encodeURIComponent(back)}`)
			return seeOther(back === '/' || back === '/account' ? '/account?done=email-confirmed' : back)
		},
	})
