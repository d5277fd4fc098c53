import { endSession, type SignIn } from '@/domain/sessions'
import { deviceWords } from '@/lib/device-words'
import { safeReturnPath } from '@/lib/urls'
import { seeOther } from './form-route'
import { secondStepCookie, sessionCookie } from './set-cookies'
import { sessionToken } from './viewer-from-request'

/** Browser and system of a request in words, for the list of sessions. */
export const deviceOf = (request: Request): string | null => deviceWords(request.headers.get('user-agent'))

/**
 * 303 with the cookie of a new session, and `cookies`; the session that the browser had before ends. A sign-in that
 * needs a second step leads to its page.
 */
export async function signedIn(
	request: Request,
	signIn: SignIn,
	next: string | undefined,
	cookies: string[] = [],
): Promise<Response> {
	const path = safeReturnPath(next)
	if (signIn.needsSecondStep)
		return seeOther(`/sign-in/code?next=${encodeURIComponent(path)}`, [secondStepCookie(signIn)])
	const previous = sessionToken(request)
	if (previous) await endSession(previous)
	return seeOther(path, [sessionCookie(signIn), ...cookies])
}
