import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { setPasswordByLink } from '@/domain/password-links'

/** Sets a new password with the token of a one-time link. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: ({ token = '' }) => `/password?token=${encodeURIComponent(token)}`,
		secret: ['password'],
		run: async ({ token = '', password = '' }) => {
			await enforceRateLimit('link', clientKey())
			await setPasswordByLink(token, password)
			return seeOther('/sign-in?password=set')
		},
	})
