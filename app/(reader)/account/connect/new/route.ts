import { handleForm } from '@/app/_http/form-route'
import { waitingAccount } from '@/app/_http/provider-cookies'
import { finishProviderSignIn } from '@/app/_http/provider-sign-in'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { newNamePath } from '@/lib/sign-in-providers'
import { safeReturnPath } from '@/lib/urls'

/** Form route: makes an account from a first sign-in through a provider, with the chosen public name. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: ({ next }) => newNamePath(safeReturnPath(next)),
		run: async ({ name = '', next }) => {
			await enforceRateLimit('provider', clientKey())
			const account = waitingAccount(request.headers.get('cookie'))
			if (!account) throw new Refusal('gone', messages().refusals.tookTooLong)
			const { provider } = account
			return finishProviderSignIn(request, account, { provider, next: safeReturnPath(next), name })
		},
	})
