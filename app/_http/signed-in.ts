import { factorsOf } from '@/domain/factors/factors'
import { endSession, type SignIn } from '@/domain/sessions'
import { deviceWords } from '@/lib/device-words'
import { safeReturnPath } from '@/lib/urls'
import { success } from './form-route'
import { secondStepCookie, sessionCookie } from './set-cookies'
import { sessionToken } from './viewer-from-request'

/** Browser and system of a request in words, for the list of sessions. */
export const deviceOf = (request: Request): string | null => deviceWords(request.headers.get('user-agent'))

/**
 * Response with the cookie of a new session, and `cookies`; the session that the browser had before ends. A sign-in
 * that needs a second step leads to its page, and tells a script the factors of the account.
 */
export async function signedIn(
	request: Request,
	signIn: SignIn,
	next: string | undefined,
	cookies: string[] = [],
): Promise<Response> {
	const path = safeReturnPath(next)
	if (signIn.needsSecondStep)
		return success(request, {
			location: `/sign-in/code?next=${encodeURIComponent(path)}`,
			data: async () => ({ factors: await factorKinds(signIn.personId) }),
			cookies: [secondStepCookie(signIn)],
		})
	const previous = sessionToken(request)
	if (previous) await endSession(previous)
	return success(request, {
		location: path,
		data: () => ({ location: path }),
		cookies: [sessionCookie(signIn), ...cookies],
	})
}

async function factorKinds(personId: string): Promise<{ code: boolean; passkey: boolean }> {
	const { authenticator, passkeys } = await factorsOf(personId)
	return { code: authenticator !== null, passkey: passkeys.length > 0 }
}
