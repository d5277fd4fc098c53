import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import type { RouteRequest } from '@/lib/route-request'
import { isSameOrigin } from '@/lib/same-origin'

/** CSRF check by `Sec-Fetch-Site`, `Origin` and `Host`. @throws Refusal `forbidden` for a cross-origin request */
export function requireSameOrigin({ headers }: Pick<RouteRequest, 'headers'>): void {
	const [site, origin, host] = [headers.get('sec-fetch-site'), headers.get('origin'), headers.get('host')]
	if (!isSameOrigin({ site, origin, host }, env.siteUrl))
		throw new Refusal('forbidden', messages().refusals.otherSite)
}
