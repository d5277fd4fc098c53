import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { removeAuthenticator } from '@/domain/factors/authenticator'

export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		run: async (viewer) => {
			await removeAuthenticator(viewer)
			return seeOther('/account?done=factor-removed#factors')
		},
	})
