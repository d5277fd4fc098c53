import type { IncomingHttpHeaders } from 'node:http'
import { appearanceAttributes, parseAppearance } from '@/lib/appearance'
import {
	AD_COOKIE,
	APPEARANCE_COOKIE,
	closedAdsIn,
	ISLANDS_COOKIE,
	parseCookies,
	READER_COOKIE,
	RECENT_WRITE_COOKIE,
	readerIdIn,
	SESSION_COOKIE,
} from '@/lib/cookies'
import type { ErrorPage, ResponseOverride } from '@/lib/request-context'
import { canonicalPath, decodeSafely } from '@/lib/urls'
import { SAVE_DATA, wantsSaveData } from './save-data'

export const ERROR_PATH = '/error'

/** Identity of a cached page. */
export type CacheKey = {
	/** The key as a string: the bare URL for the default variant, so that the fast path needs no encoding. */
	id: string
	/** `url` of the route match; for error pages `ERROR_PATH`. */
	url: string
	ad: Variant['ad']
	appearance: Variant['appearance']
	errorPage: ErrorPage | null
}

/** The id of another variant starts with a bracket, and so equals no URL. */
export function cacheKey({
	url,
	ad = '',
	appearance = '',
	errorPage = null,
}: Pick<CacheKey, 'url'> & Partial<CacheKey>): CacheKey {
	const id = ad || appearance || errorPage ? JSON.stringify([url, ad, appearance, errorPage]) : url
	return { id, url, ad, appearance, errorPage }
}

/**
 * Id of the shared page that a GET with this URL and `Cookie` header gets, if its other headers select no variant;
 * null if the page is private. A cached page has this id only if `matchRoute` leaves the URL unchanged.
 */
export function sharedPageId(url: string, cookieHeader: string | undefined): string | null {
	if (cookieHeader === undefined) return url
	const known = sharedVariants.get(cookieHeader)
	const variant = known ?? variantForCookies(cookieHeader)
	if (variant.isPrivate) return null
	if (!known) {
		if (sharedVariants.size >= SHARED_VARIANTS_MAX) sharedVariants.clear()
		sharedVariants.set(cookieHeader, variant)
	}
	return variant.ad || variant.appearance ? cacheKey({ url, ...variant }).id : url
}

/** Limit of memoized `Cookie` headers; most readers send the same few, voters one of their own. */
const SHARED_VARIANTS_MAX = 2_000

const sharedVariants = new Map<string, Variant>()

/** A cacheable reader page and the numeric query parameters that it uses; other parameters are ignored. */
export type CacheableRoute = {
	/** Pattern of the path; its first capture group is the slug. */
	path: RegExp
	/**
	 * By parameter: `pages` is a page number from 1 to `lastPage` of the first page; for other numbers a function
	 * decides whether the page of that slug depends on it. Other numbers do not enter the cache key.
	 */
	query: Record<string, 'pages' | ((slug: string, number: number) => Promise<boolean>)>
	/**
	 * Override without a render, such as 404 for an unknown slug; null if the page exists. `parts` are the further
	 * capture groups of the path.
	 */
	override?: (slug: string, ...parts: (string | undefined)[]) => Promise<ResponseOverride | null>
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
	const lower = canonicalCase(path)
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

/** Override of the route that matches a URL; null if the page has to be rendered. A redirect keeps the query. */
export async function routeOverride(
	url: string,
	routes: readonly CacheableRoute[],
): Promise<ResponseOverride | null> {
	const question = url.indexOf('?')
	const [path, query] = question < 0 ? [url, ''] : [url.slice(0, question), url.slice(question)]
	for (const route of routes) {
		const found = route.path.exec(path)
		if (!found) continue
		const override = (await route.override?.(decodeSafely(found[1] ?? ''), ...found.slice(2))) ?? null
		return override?.kind === 'redirect' ? { ...override, location: override.location + query } : override
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

/** A path in lower case, as slugs are. */
export const canonicalCase = (path: string): string =>
	/[A-Z%]/.test(path) ? (canonicalPath(path, (part) => part.toLowerCase()) ?? path) : path

/** The variant of a page that a request gets. Other headers of the request do not change the page. */
export type Variant = {
	/** Whether the page shows state of this reader, and is rendered for the request and not cached. */
	isPrivate: boolean
	/** `Cookie` header with the signed cookie of a closed advertisement, or empty; shared pages use no other. */
	ad: string
	/** Attributes of the root element for the appearance cookie and `Save-Data`, with a leading space. */
	appearance: string
}

const DEFAULT_VARIANT: Variant = { isPrivate: false, ad: '', appearance: '' }

/** As `variantForCookies`, with the `Save-Data` header. */
export function variantFor(headers: IncomingHttpHeaders, wantsPrivate = false): Variant {
	const variant = variantForCookies(headers.cookie, wantsPrivate)
	return wantsSaveData(headers) ? { ...variant, appearance: variant.appearance + SAVE_DATA } : variant
}

/** @param wantsPrivate whether the URL requests the reader's private page (`own`) */
export function variantForCookies(cookieHeader: string | undefined, wantsPrivate = false): Variant {
	if (!cookieHeader) return DEFAULT_VARIANT
	const cookies = parseCookies(cookieHeader)
	const islands = cookies.has(ISLANDS_COOKIE)
	const isReader = () => readerIdIn(cookies.get(READER_COOKIE)) !== null
	const isPrivate =
		Boolean(cookies.get(SESSION_COOKIE)) ||
		cookies.has(RECENT_WRITE_COOKIE) ||
		((wantsPrivate || !islands) && isReader())
	return {
		isPrivate,
		ad: isPrivate || islands ? '' : signedAdCookie(cookies.get(AD_COOKIE)),
		appearance: appearanceOf(cookies.get(APPEARANCE_COOKIE)),
	}
}

/** Ignores unsigned cookies, so that forged values cannot fill the cache. */
const signedAdCookie = (value: string | undefined): string =>
	closedAdsIn(value) === null ? '' : `${AD_COOKIE}=${value}`

function appearanceOf(value: string | undefined): string {
	const appearance = parseAppearance(value)
	return appearance ? appearanceAttributes(appearance) : ''
}
