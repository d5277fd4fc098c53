import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { disconnectExternalAccount } from '@/domain/external-accounts'

/** Disconnects an account at a provider. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		run: async (viewer, { provider = '' }) => {
			await disconnectExternalAccount(viewer, provider)
			return seeOther('/account?done=disconnected#providers')
		},
	})
