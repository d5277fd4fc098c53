import type { ResponseOverride } from '@/lib/request-context'
import { canonicalPath, decodeSafely } from '@/lib/urls'

/** A cacheable reader page and the numeric query parameters that it uses; other parameters are ignored. */
export type CacheableRoute = {
	/** Pattern of the path; its first capture group is the slug. */
	path: RegExp
	/**
	 * By parameter: `pages` is a page number from 1 to `lastPage` of the first page; for other numbers a function
	 * decides whether the page of that slug depends on it. Other numbers do not enter the cache key.
	 */
	query: Record<string, 'pages' | ((slug: string, number: number) => Promise<boolean>)>
	/** Override without a render, such as 404 for an unknown slug; null if the page exists. */
	override?: (slug: string) => Promise<ResponseOverride | null>
}

export type RouteMatch = {
	/** URL for the cache key and the render: allowed parameters only, in one order. */
	url: string
	/** Whether readers may share the page. */
	cacheable: boolean
	/** Whether the URL requests the reader's private page. */
	wantsPrivate: boolean
	/** Page number in a list, and the URL of its first page; null for page 1 and other pages. */
	list: { number: number; first: string } | null
	/** Redirect target if the URL is not in its canonical spelling, else null. */
	canonicalUrl: string | null
}

/** Query parameter that requests the private page. */
const PRIVATE_PARAMETER = 'own'

/** Matches a URL against the cacheable routes; a URL without a route is served as a private page. */
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

/** Override of the route that matches a URL; null if the page has to be rendered. */
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

/** Numbers for the cache key, the page number of a list, and the whole query in canonical spelling. */
async function parseNumbers(parameters: URLSearchParams, { path, query }: CacheableRoute, pathname: string) {
	const slug = decodeSafely(path.exec(pathname)?.[1] ?? '')
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
		if (check === 'pages' || (await check(slug, number))) keyNumbers[name] = number
	}
	return { keyNumbers, list, canonical }
}

function withQuery(path: string, numbers: Record<string, number>): string {
	const parts = Object.entries(numbers).flatMap(([name, number]) => (number ? [`${name}=${number}`] : []))
	return parts.length > 0 ? `${path}?${parts.join('&')}` : path
}

/** Slugs are lower case. */
const lowerCased = (path: string): string =>
	/[A-Z%]/.test(path) ? (canonicalPath(path, (part) => part.toLowerCase()) ?? path) : path
