import { endSession, type NewSession } from '@/domain/sessions'
import { deviceWords } from '@/lib/device-words'
import { safeReturnPath } from '@/lib/urls'
import { seeOther } from './form-route'
import { sessionCookie } from './set-cookies'
import { sessionToken } from './viewer-from-request'

/** Browser and system of a request in words, for the list of sessions. */
export const deviceOf = (request: Request): string | null => deviceWords(request.headers.get('user-agent'))

/** 303 with the cookie of a new session. The session that the browser had before ends. */
export async function signedIn(
	request: Request,
	session: NewSession,
	next: string | undefined,
	cookies: string[] = [],
): Promise<Response> {
	const previous = sessionToken(request)
	if (previous) await endSession(previous)
	return seeOther(safeReturnPath(next), [sessionCookie(session), ...cookies])
}
