import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { connectCookie, waitingAccount } from '@/app/_http/provider-cookies'
import { connectExternalAccount } from '@/domain/external-accounts'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { safeReturnPath } from '@/lib/urls'

/** Connects the account at a provider that waits in this browser to the viewer's account. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		run: async (viewer, { next }) => {
			const account = waitingAccount(request.headers.get('cookie'))
			if (!account) throw new Refusal('gone', messages().refusals.tookTooLong)
			await connectExternalAccount(viewer, account)
			const path = safeReturnPath(next)
			return seeOther(path === '/account' ? '/account?done=connected#providers' : path, [connectCookie(null)])
		},
	})
