import type { Viewer, ViewerSession } from '@/domain/permissions'
import { isAnonymous } from '@/domain/readers'
import { findSession } from '@/domain/sessions'
import { parseCookies, READER_COOKIE, readerIdIn, SESSION_COOKIE } from '@/lib/cookies'
import type { RouteRequest } from '@/lib/route-request'

type Request = Pick<RouteRequest, 'headers'>

export type Session = {
	token: string
	expires: Date
	person: NonNullable<Viewer['person']>
	session: ViewerSession
}

/** The viewer of a request, from the session and reader cookies. */
export async function viewerFromRequest(request: Request): Promise<Viewer> {
	const { person = null, session } = (await sessionFromRequest(request)) ?? {}
	const readerId = readerIdIn(parseCookies(request.headers.get('cookie')).get(READER_COOKIE))
	// Without an account, a reader id that belongs to one is ignored.
	const own = readerId && (person || (await isAnonymous(readerId))) ? readerId : null
	return { person, readerId: own, ...(session && { session }) }
}

/** The session of a request, for viewers and for next-auth; null without a valid one. */
export async function sessionFromRequest(request: Request): Promise<Session | null> {
	const token = sessionToken(request)
	const found = token ? await findSession(token) : null
	return token && found ? { token, ...found } : null
}

/** The token in the session cookie, valid or not; null without one. */
export const sessionToken = ({ headers }: Request): string | null =>
	parseCookies(headers.get('cookie')).get(SESSION_COOKIE) || null
