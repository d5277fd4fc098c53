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
	THREAD_COOKIE,
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
 * null if the page is private, or has another URL by the reader's choices. A cached page has this id only if `matchRoute` leaves the URL unchanged.
 */
export function sharedPageId(url: string, cookieHeader: string | undefined): string | null {
	if (cookieHeader === undefined) return url
	// Its order of comments is part of the URL of the cached page.
	if (url.startsWith('/news/') && cookieHeader.includes(`${THREAD_COOKIE}=`)) return null
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

/** A cacheable reader page and the query parameters that it uses, numbers and choices; other parameters are ignored. */
export type CacheableRoute = {
	/** Pattern of the path; its first capture group is the slug. */
	path: RegExp
	/**
	 * By parameter: `pages` is a page number from 1 to `lastPage` of the first page; for other numbers a function
	 * decides whether the page of that slug depends on it. Other numbers do not enter the cache key.
	 */
	query: Record<string, 'pages' | ((slug: string, number: number) => Promise<boolean>) | Choice>
	/**
	 * Override without a render, such as 404 for an unknown slug; null if the page exists. `parts` are the further
	 * capture groups of the path.
	 */
	override?: (slug: string, ...parts: (string | undefined)[]) => Promise<ResponseOverride | null>
}

/** A choice among words, of which the first is the default and is left out of the cache key. */
export type Choice = {
	words: readonly string[]
	/** The choice of a request without the parameter, by its cookies. */
	stored: (cookies: Map<string, string>) => string | undefined
}

export type RouteMatch = {
	/** URL for the cache key and the render: allowed parameters only, in one order. */
	url: string
	/** URL for a private render: also numbers on which the page does not depend for other readers. */
	ownUrl: string
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
export async function matchRoute(
	url: string,
	routes: readonly CacheableRoute[],
	cookieHeader?: string,
): Promise<RouteMatch> {
	const question = url.indexOf('?')
	const path = question < 0 ? url : url.slice(0, question)
	const route = routes.find((each) => each.path.test(path))
	if (!route)
		return { url, ownUrl: url, cacheable: false, wantsPrivate: false, list: null, canonicalUrl: null }
	const lower = canonicalCase(path)
	const canonicalUrl = lower === path ? null : lower
	const parameters = new URLSearchParams(question < 0 ? '' : url.slice(question + 1))
	const chosen = chosenWords(route, parameters, cookieHeader)
	const { keyNumbers, ownNumbers, list, canonical } = await parseNumbers(parameters, route, lower)
	const differs = canonicalUrl !== null || String(canonical) !== String(parameters)
	return {
		url: withQuery(lower, { ...keyNumbers, ...chosen }),
		ownUrl: withQuery(lower, { ...ownNumbers, ...chosen }),
		cacheable: true,
		wantsPrivate: parameters.has(PRIVATE_PARAMETER),
		list:
			list === null ? null : { number: list, first: withQuery(lower, { ...keyNumbers, ...chosen, page: 0 }) },
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

/** The chosen words that differ from the default, of the address or else of the cookies. */
function chosenWords(
	{ query }: CacheableRoute,
	parameters: URLSearchParams,
	cookieHeader: string | undefined,
): Record<string, string> {
	const chosen: Record<string, string> = {}
	let cookies: Map<string, string> | null = null
	for (const [name, choice] of Object.entries(query)) {
		if (typeof choice !== 'object') continue
		cookies ??= parseCookies(cookieHeader)
		const word = parameters.get(name) ?? choice.stored(cookies)
		if (word !== undefined && choice.words.indexOf(word) > 0) chosen[name] = word
	}
	return chosen
}

/** Numbers for the cache key, the page number of a list, and the whole query in canonical spelling. */
async function parseNumbers(parameters: URLSearchParams, { path, query }: CacheableRoute, pathname: string) {
	const slug = decodeSafely(path.exec(pathname)?.[1] ?? '')
	const canonical = new URLSearchParams(parameters)
	const keyNumbers: Record<string, number> = {}
	const ownNumbers: Record<string, number> = {}
	let list: number | null = null
	for (const [name, check] of Object.entries(query)) {
		if (typeof check === 'object') continue
		const given = parameters.get(name)
		if (given === null || !/^\d+$/.test(given)) continue
		const number = Math.min(Number(given), Number.MAX_SAFE_INTEGER)
		const isFirst = number === 0 || (check === 'pages' && number === 1)
		if (isFirst) canonical.delete(name)
		else canonical.set(name, given.replace(/^0+/, ''))
		if (isFirst) continue
		if (check === 'pages') list = number
		ownNumbers[name] = number
		if (check === 'pages' || (await check(slug, number))) keyNumbers[name] = number
	}
	return { keyNumbers, ownNumbers, list, canonical }
}

function withQuery(path: string, values: Record<string, number | string>): string {
	const parts = Object.entries(values).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
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
