import type { Viewer } from '@/domain/permissions'
import { isNobodys } from '@/domain/readers'
import { findSession } from '@/domain/sessions'
import type { Asked } from '@/lib/asked'
import { cookiesIn, READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { readerIdIn } from './reader-cookie'

type Person = NonNullable<Viewer['person']>

/** Who sends a request: the one place where a session's cookie is read for pages, actions and routes. */
export async function viewerOf(request: Pick<Asked, 'headers'>): Promise<Viewer> {
	const cookies = cookiesIn(request.headers.get('cookie'))
	const token = cookies.get(SESSION_COOKIE)
	const session = token ? await findSession(token) : null
	return viewerWith(session?.person ?? null, cookies.get(READER_COOKIE))
}

/** A browser's reader that has become an account's is of use only to who is signed in. */
export async function viewerWith(person: Person | null, cookie: string | undefined): Promise<Viewer> {
	const readerId = readerIdIn(cookie)
	return { person, readerId: readerId && (person || (await isNobodys(readerId))) ? readerId : null }
}
