import { json, passkeyForm } from '@/app/_http/passkey-form'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { confirmByPasskey } from '@/domain/recent-sign-in'

/** Confirms the sign-in of the session with a passkey of its account. */
export const POST = (request: Request): Promise<Response> =>
	passkeyForm(request, async ({ token = '', response = '' }) => {
		await confirmByPasskey(await viewerFromRequest(request), { token, response })
		return json({ confirmed: true })
	})
