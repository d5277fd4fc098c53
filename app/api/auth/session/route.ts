import { sessionJson } from '@/app/auth'
import { parseCookies, SESSION_COOKIE } from '@/lib/cookies'
import type { RouteRequest } from '@/lib/route-request'

/** Who is signed in, as next-auth tells it; of its other routes none is used. */
export const GET = async ({ headers }: RouteRequest): Promise<Response> =>
	Response.json(await sessionJson(parseCookies(headers.get('cookie')).get(SESSION_COOKIE)), {
		headers: { 'Cache-Control': 'private, no-store' },
	})
