import { json, passkeyForm } from '@/app/_http/passkey-form'
import { beginPasskeySignIn } from '@/domain/factors/passkeys'

/** Options of the browser's passkey dialog. */
export const POST = (request: Request): Promise<Response> =>
	passkeyForm(request, async () => json(await beginPasskeySignIn()))
