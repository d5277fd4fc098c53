import { sessionJson } from '@/app/auth'
import type { Asked } from '@/lib/asked'
import { cookiesIn, SESSION_COOKIE } from '@/lib/cookies'

/** Who is signed in, as next-auth tells it; of its other routes none is used. */
export const GET = async ({ headers }: Asked): Promise<Response> =>
	Response.json(await sessionJson(cookiesIn(headers.get('cookie')).get(SESSION_COOKIE)), {
		headers: { 'Cache-Control': 'private, no-store' },
	})
