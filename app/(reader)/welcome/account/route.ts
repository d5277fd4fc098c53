import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { sessionCookie } from '@/app/_http/set-cookies'
import { acceptInvitation, findInvitation } from '@/domain/invitations'

/** Creates the account of an invitation; takes the token of its one-time link. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: ({ token = '' }) => `/welcome?token=${encodeURIComponent(token)}`,
		secret: ['password'],
		run: async ({ token = '', name = '', email = '', password = '' }) => {
			await enforceRateLimit('link', clientKey())
			const invited = await findInvitation(token)
			const session = await acceptInvitation(token, { name, email, password })
			const isFirst = invited?.first && invited.role === 'owner'
			return seeOther(isFirst ? '/desk/start' : '/desk', [sessionCookie(session)])
		},
	})
