import { sessionJson } from '@/app/auth'
import { parseCookies, SESSION_COOKIE } from '@/lib/cookies'
import type { RouteRequest } from '@/lib/route-request'

/** next-auth's session endpoint, the only one of its routes in use. */
export const GET = async ({ headers }: RouteRequest): Promise<Response> =>
	Response.json(await sessionJson(parseCookies(headers.get('cookie')).get(SESSION_COOKIE)), {
		headers: { 'Cache-Control': 'private, no-store' },
	})
