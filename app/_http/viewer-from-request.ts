import type { Viewer } from '@/domain/permissions'
import { isAnonymous } from '@/domain/readers'
import { findSession } from '@/domain/sessions'
import { parseCookies, READER_COOKIE, readerIdIn, SESSION_COOKIE } from '@/lib/cookies'
import type { RouteRequest } from '@/lib/route-request'

type Person = NonNullable<Viewer['person']>

/** The viewer of a request, from the session and reader cookies; the only reader of the session cookie. */
export async function viewerFromRequest(request: Pick<RouteRequest, 'headers'>): Promise<Viewer> {
	const cookies = parseCookies(request.headers.get('cookie'))
	const token = cookies.get(SESSION_COOKIE)
	const session = token ? await findSession(token) : null
	return viewerFrom(session?.person ?? null, cookies.get(READER_COOKIE))
}

/** Without an account, a reader id that belongs to one is ignored. */
export async function viewerFrom(person: Person | null, cookie: string | undefined): Promise<Viewer> {
	const readerId = readerIdIn(cookie)
	return { person, readerId: readerId && (person || (await isAnonymous(readerId))) ? readerId : null }
}
