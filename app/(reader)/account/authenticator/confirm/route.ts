import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { recoveryCodesCookie } from '@/app/_http/recovery-codes-cookie'
import { admitSignIn } from '@/app/_http/sign-in-attempts'
import { confirmAuthenticator } from '@/domain/factors/authenticator'

/**
 * Confirms a new authenticator app by its first code; for the first factor of an account it also makes
 * recovery codes.
 */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		page: '/account/authenticator',
		run: async (viewer, { code = '' }) => {
			const attempt = await admitSignIn(accountKey(`confirm ${viewer.person.id}`), viewer.session.hash)
			const codes = await confirmAuthenticator(viewer, code)
			await attempt.succeeded()
			return codes
				? seeOther('/account/recovery-codes', [recoveryCodesCookie(viewer.person.id, codes)])
				: seeOther('/account?done=factor-added#factors')
		},
	})
