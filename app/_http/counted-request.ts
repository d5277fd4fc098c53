import type { RouteRequest } from '@/lib/route-request'

/** Programs that name themselves: search engines, previews of links, monitors, command-line clients. */
const PROGRAMS =
	/bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|monitor|lighthouse|headless|curl|wget|python|java\/|go-http|node|okhttp|axios|libwww|feed/i

/** The id of an advertisement in a path; 0 if malformed. */
export const adIdIn = (text: string): number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0)

/**
 * Whether a request counts as a reader's. Programs that name themselves, prefetches, and browsers that ask
 * not to be tracked (DNT, GPC) are left out. Reloads count again, since without a cookie they are
 * indistinguishable.
 */
export function isCounted({ headers }: Pick<RouteRequest, 'headers'>): boolean {
	if (headers.get('dnt') === '1' || headers.get('sec-gpc') === '1') return false
	if (headers.get('sec-purpose')) return false
	const agent = headers.get('user-agent') ?? ''
	return agent !== '' && !PROGRAMS.test(agent)
}
