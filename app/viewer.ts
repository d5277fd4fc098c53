import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { Viewer } from '@/domain/permissions'
import { isNobodys } from '@/domain/readers'
import { READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { authOptions } from './auth'
import { readerIdIn } from './reader-cookie'

/** Who is asking: in pages, routes and actions alike. */
export const viewer = cache(async (): Promise<Viewer> => {
	const jar = await cookies()
	const session = jar.has(SESSION_COOKIE) ? await getServerSession(authOptions) : null
	const person = session?.person ?? null
	const readerId = readerIdIn(jar.get(READER_COOKIE)?.value)
	return { person, readerId: readerId && (person || (await isNobodys(readerId))) ? readerId : null }
})
