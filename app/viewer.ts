import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { Viewer } from '@/domain/permissions'
import { READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { exchange } from '@/lib/exchange'
import { authOptions } from './auth'
import { viewerWith } from './viewer-of'

/** Who is asking, in pages, actions and the routes of the desk. */
export const viewer = cache(async (): Promise<Viewer> => {
	const jar = await cookies()
	const session = jar.has(SESSION_COOKIE) ? await getServerSession(authOptions) : null
	const { error } = exchange()
	if (!session && error) throw error
	return viewerWith(session?.person ?? null, jar.get(READER_COOKIE)?.value)
})
