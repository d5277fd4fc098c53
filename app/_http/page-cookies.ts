import { RECENT_WRITE_COOKIE } from '@/lib/cookies'
import { ISLANDS_COOKIE } from '@/lib/islands-cookie'
import type { RouteRequest } from '@/lib/route-request'
import { serializeCookie } from './set-cookie'

/** Long enough for the page that follows a write, too short to matter to anybody else. */
const RECENT_WRITE_SECONDS = 2

/** Asks for the writer's next page to be made anew, so that nobody is shown a page older than their vote. */
export const recentWriteCookie = (): string =>
	serializeCookie({ name: RECENT_WRITE_COOKIE, value: '1', seconds: RECENT_WRITE_SECONDS })

/**
 * Takes back the word that scripts run here: a form has just arrived that they would have sent. From then
 * on pages show this reader's own votes by themselves, until a script says otherwise.
 */
export function clearIslandsCookie(request: Pick<RouteRequest, 'headers'>): string[] {
	const cookies = request.headers.get('cookie') ?? ''
	return new RegExp(`(^|;\\s*)${ISLANDS_COOKIE}=`).test(cookies)
		? [serializeCookie({ name: ISLANDS_COOKIE, value: '', seconds: 0, readable: true })]
		: []
}
