import type { Answer } from '@/lib/exchange'
import { canonicalPath, decodedPart } from '@/lib/web-address'

/** A reader page that may be shared, and the numbers its query may hold; whatever else is asked is ignored. */
export type PageRoute = {
	/** What it captures is the slug of what the page shows. */
	path: RegExp
	/**
	 * By parameter: `pages` are numbered from 1 to the last one that the first page tells of; for other numbers
	 * a function tells whether the page of that slug differs by it. No other number makes a cache key.
	 */
	query: Record<string, 'pages' | ((slug: string, number: number) => Promise<boolean>)>
	/** The answer in place of a page, such as 404 for an unknown slug, told without rendering; null for a page. */
	instead?: (slug: string) => Promise<Answer | null>
}

export type Place = {
	/** The address as the page is asked for it: allowed parameters only, in one order. */
	url: string
	/** Whether one document may serve everybody. */
	shared: boolean
	/** Whether the reader's own page is asked for. */
	own: boolean
	/** The page of a list that is asked for, and the address of the first one. */
	leaf: { number: number; first: string } | null
	/** Where the page is, if it was asked for in another spelling. */
	moved: string | null
}

/** Asks for the page as it is for this one reader. */
const OWN_PARAMETER = 'own'

/** Where an address leads: to a page that can be shared, or to one that is made for whoever asks. */
export async function placeOf(url: string, routes: readonly PageRoute[]): Promise<Place> {
	const question = url.indexOf('?')
	const path = question < 0 ? url : url.slice(0, question)
	const route = routes.find((each) => each.path.test(path))
	if (!route) return { url, shared: false, own: false, leaf: null, moved: null }
	const lower = lowerCased(path)
	const moved = lower === path ? null : lower
	if (question < 0) return { url: lower, shared: true, own: false, leaf: null, moved }
	const asked = new URLSearchParams(url.slice(question + 1))
	const { kept, leaf, spelled } = await numbersIn(asked, route, lower)
	const differs = moved !== null || String(spelled) !== String(asked)
	return {
		url: withQuery(lower, kept),
		shared: true,
		own: asked.has(OWN_PARAMETER),
		leaf: leaf === null ? null : { number: leaf, first: withQuery(lower, { ...kept, page: 0 }) },
		moved: differs ? lower + (spelled.size > 0 ? `?${spelled}` : '') : null,
	}
}

/** The answer in place of the page at an address; null where it has to be rendered. */
export async function insteadOf(url: string, routes: readonly PageRoute[]): Promise<Answer | null> {
	const [path = ''] = url.split('?', 1)
	for (const route of routes) {
		const found = route.path.exec(path)
		if (found) return (await route.instead?.(decodedPart(found[1] ?? ''))) ?? null
	}
	return null
}

/** The numbers that make a page of its own, the one that counts pages, and the whole query as it is spelled. */
async function numbersIn(asked: URLSearchParams, { path, query }: PageRoute, address: string) {
	const subject = decodedPart(path.exec(address)?.[1] ?? '')
	const spelled = new URLSearchParams(asked)
	const kept: Record<string, number> = {}
	let leaf: number | null = null
	for (const [name, check] of Object.entries(query)) {
		const given = asked.get(name)
		if (given === null || !/^\d+$/.test(given)) continue
		const number = Math.min(Number(given), Number.MAX_SAFE_INTEGER)
		const isFirst = number === 0 || (check === 'pages' && number === 1)
		if (isFirst) spelled.delete(name)
		else spelled.set(name, given.replace(/^0+/, ''))
		if (isFirst) continue
		if (check === 'pages') leaf = number
		if (check === 'pages' || (await check(subject, number))) kept[name] = number
	}
	return { kept, leaf, spelled }
}

function withQuery(path: string, numbers: Record<string, number>): string {
	const parts = Object.entries(numbers).flatMap(([name, number]) => (number ? [`${name}=${number}`] : []))
	return parts.length > 0 ? `${path}?${parts.join('&')}` : path
}

/** Names in addresses are kept in lower case. */
const lowerCased = (path: string): string =>
	/[A-Z%]/.test(path) ? (canonicalPath(path, (part) => part.toLowerCase()) ?? path) : path
