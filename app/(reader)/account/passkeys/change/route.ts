import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { removePasskey, renamePasskey } from '@/domain/factors/passkeys'

/** Renames or removes a passkey. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		run: async (viewer, { id = '', name = '', change }) => {
			if (change === 'remove') await removePasskey(viewer, id)
			else await renamePasskey(viewer, id, name)
			return seeOther(`/account?done=${change === 'remove' ? 'factor-removed' : 'passkey-renamed'}#factors`)
		},
	})
