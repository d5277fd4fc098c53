import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { signUp } from '@/domain/people'
import { safeReturnPath } from '@/lib/urls'

/** Creates a reader account. An email that is already registered gets the same response. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: () => '/sign-up',
		secret: ['password'],
		run: async ({ name = '', email = '', password = '', next }) => {
			await enforceRateLimit('signUp', clientKey())
			await signUp({ name, email, password })
			return seeOther(`/sign-in?account=made&next=${encodeURIComponent(safeReturnPath(next))}`)
		},
	})
