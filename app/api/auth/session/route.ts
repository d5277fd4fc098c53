import { sessionJson } from '@/app/auth'
import type { RouteRequest } from '@/lib/route-request'

/** next-auth's session endpoint, the only one of its routes in use. */
export const GET = async (request: RouteRequest): Promise<Response> =>
	Response.json(await sessionJson(request), { headers: { 'Cache-Control': 'private, no-store' } })
