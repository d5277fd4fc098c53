import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { recoveryCodesCookie } from '@/app/_http/recovery-codes-cookie'

/** Deletes the shown recovery codes from the browser. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		run: async ({ person }) =>
			seeOther('/account?done=codes-kept#factors', [recoveryCodesCookie(person.id, null)]),
	})
