import { json, passkeyForm } from '@/app/_http/passkey-form'
import { secondStepCookie, sessionCookie } from '@/app/_http/set-cookies'
import { deviceOf } from '@/app/_http/signed-in'
import { sessionToken } from '@/app/_http/viewer-from-request'
import { signInWithPasskey } from '@/domain/second-step'
import { endSession } from '@/domain/sessions'
import { safeReturnPath } from '@/lib/urls'

/** Signs in with a passkey, which counts as both factors. */
export const POST = (request: Request): Promise<Response> =>
	passkeyForm(request, async ({ token = '', response = '', next }) => {
		const session = await signInWithPasskey({ token, response }, deviceOf(request))
		const previous = sessionToken(request)
		if (previous) await endSession(previous)
		return json({ location: safeReturnPath(next) }, [sessionCookie(session), secondStepCookie(null)])
	})
