import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { startAuthenticator } from '@/domain/factors/authenticator'

/** Makes the secret of a new authenticator app, which the next page shows. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		run: async (viewer) => {
			await startAuthenticator(viewer)
			return seeOther('/account/authenticator')
		},
	})
