import { RECENT_WRITE_COOKIE } from '@/lib/cookies'
import { ISLANDS_COOKIE } from '@/lib/islands-cookie'
import type { RouteRequest } from '@/lib/route-request'
import { serializeCookie } from './set-cookie'

/** Covers the page load after a write; short, since such page loads bypass the cache. */
const RECENT_WRITE_SECONDS = 2

/** Makes the writer's next page bypass the cache, so that it includes the vote or comment just written. */
export const recentWriteCookie = (): string =>
	serializeCookie({ name: RECENT_WRITE_COOKIE, value: '1', seconds: RECENT_WRITE_SECONDS })

/**
 * `Set-Cookie` lines that delete the islands cookie: a plain form post means that scripts do not run. Pages then
 * include the reader's own votes from the server, until a script sets the cookie again.
 */
export function clearIslandsCookie(request: Pick<RouteRequest, 'headers'>): string[] {
	const cookies = request.headers.get('cookie') ?? ''
	return new RegExp(`(^|;\\s*)${ISLANDS_COOKIE}=`).test(cookies)
		? [serializeCookie({ name: ISLANDS_COOKIE, value: '', seconds: 0, readable: true })]
		: []
}
