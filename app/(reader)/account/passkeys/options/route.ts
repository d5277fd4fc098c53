import { accountForm } from '@/app/_http/account-form'
import { json } from '@/app/_http/passkey-form'
import { beginRegistration } from '@/domain/factors/passkeys'

/** Options of the browser's dialog for a new passkey. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, { confirmed: true, run: async (viewer) => json(await beginRegistration(viewer)) })
