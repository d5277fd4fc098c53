import { accountForm } from '@/app/_http/account-form'
import { json } from '@/app/_http/passkey-form'
import { recoveryCodesCookie } from '@/app/_http/recovery-codes-cookie'
import { addPasskey } from '@/domain/factors/passkeys'

/** Adds a passkey; for the first factor of an account it also makes recovery codes. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		secret: ['token', 'response'],
		run: async (viewer, { token = '', response = '', name = '' }) => {
			const codes = await addPasskey(viewer, { token, response, name })
			return codes
				? json({ location: '/account/recovery-codes' }, [recoveryCodesCookie(viewer.person.id, codes)])
				: json({ location: '/account?done=factor-added#factors' })
		},
	})
