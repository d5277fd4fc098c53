import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { recoveryCodesCookie } from '@/app/_http/recovery-codes-cookie'
import { renewRecoveryCodes } from '@/domain/factors/recovery-codes'

/** Replaces the recovery codes; the next page shows the new ones. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		run: async (viewer) => {
			const codes = await renewRecoveryCodes(viewer)
			return seeOther('/account/recovery-codes', [recoveryCodesCookie(viewer.person.id, codes)])
		},
	})
