import type { ResponseOverride } from '@/lib/request-context'
import { canonicalPath, decodeSafely } from '@/lib/urls'

/** A reader page that may be shared, and the numbers its query may hold; whatever else is asked is ignored. */
export type CacheableRoute = {
	/** What it captures is the slug of what the page shows. */
	path: RegExp
	/**
	 * By parameter: `pages` are numbered from 1 to the last one that the first page tells of; for other numbers
	 * a function tells whether the page of that slug differs by it. No other number makes a cache key.
	 */
	query: Record<string, 'pages' | ((slug: string, number: number) => Promise<boolean>)>
	/** The answer in place of a page, such as 404 for an unknown slug, told without rendering; null for a page. */
	override?: (slug: string) => Promise<ResponseOverride | null>
}

export type RouteMatch = {
	/** The address as the page is asked for it: allowed parameters only, in one order. */
	url: string
	/** Whether one document may serve everybody. */
	cacheable: boolean
	/** Whether the reader's own page is asked for. */
	wantsPrivate: boolean
	/** The page of a list that is asked for, and the address of the first one. */
	list: { number: number; first: string } | null
	/** Where the page is, if it was asked for in another spelling. */
	canonicalUrl: string | null
}

/** Asks for the page as it is for this one reader. */
const PRIVATE_PARAMETER = 'own'

/** Where an address leads: to a page that can be shared, or to one that is made for whoever asks. */
export async function matchRoute(url: string, routes: readonly CacheableRoute[]): Promise<RouteMatch> {
	const question = url.indexOf('?')
	const path = question < 0 ? url : url.slice(0, question)
	const route = routes.find((each) => each.path.test(path))
	if (!route) return { url, cacheable: false, wantsPrivate: false, list: null, canonicalUrl: null }
	const lower = lowerCased(path)
	const canonicalUrl = lower === path ? null : lower
	if (question < 0) return { url: lower, cacheable: true, wantsPrivate: false, list: null, canonicalUrl }
	const parameters = new URLSearchParams(url.slice(question + 1))
	const { keyNumbers, list, canonical } = await parseNumbers(parameters, route, lower)
	const differs = canonicalUrl !== null || String(canonical) !== String(parameters)
	return {
		url: withQuery(lower, keyNumbers),
		cacheable: true,
		wantsPrivate: parameters.has(PRIVATE_PARAMETER),
		list: list === null ? null : { number: list, first: withQuery(lower, { ...keyNumbers, page: 0 }) },
		canonicalUrl: differs ? lower + (canonical.size > 0 ? `?${canonical}` : '') : null,
	}
}

/** The answer in place of the page at an address; null where it has to be rendered. */
export async function insteadOf(
	url: string,
	routes: readonly CacheableRoute[],
): Promise<ResponseOverride | null> {
	const [path = ''] = url.split('?', 1)
	for (const route of routes) {
		const found = route.path.exec(path)
		if (found) return (await route.override?.(decodeSafely(found[1] ?? ''))) ?? null
	}
	return null
}

/** The numbers that make a page of its own, the one that counts pages, and the whole query as it is spelled. */
async function parseNumbers(parameters: URLSearchParams, { path, query }: CacheableRoute, clientIp: string) {
	const subject = decodeSafely(path.exec(clientIp)?.[1] ?? '')
	const canonical = new URLSearchParams(parameters)
	const keyNumbers: Record<string, number> = {}
	let list: number | null = null
	for (const [name, check] of Object.entries(query)) {
		const given = parameters.get(name)
		if (given === null || !/^\d+$/.test(given)) continue
		const number = Math.min(Number(given), Number.MAX_SAFE_INTEGER)
		const isFirst = number === 0 || (check === 'pages' && number === 1)
		if (isFirst) canonical.delete(name)
		else canonical.set(name, given.replace(/^0+/, ''))
		if (isFirst) continue
		if (check === 'pages') list = number
		if (check === 'pages' || (await check(subject, number))) keyNumbers[name] = number
	}
	return { keyNumbers, list, canonical }
}

function withQuery(path: string, numbers: Record<string, number>): string {
	const parts = Object.entries(numbers).flatMap(([name, number]) => (number ? [`${name}=${number}`] : []))
	return parts.length > 0 ? `${path}?${parts.join('&')}` : path
}

/** Names in addresses are kept in lower case. */
const lowerCased = (path: string): string =>
	/[A-Z%]/.test(path) ? (canonicalPath(path, (part) => part.toLowerCase()) ?? path) : path
