/** A reader page that may be shared, and the values its query may have; whatever else is asked is ignored. */
export type PageRoute = { path: RegExp; query: Record<string, RegExp> }

export type Place = {
	/** The address as the page is asked for it: allowed parameters only, in one order. */
	url: string
	/** Whether one document may serve everybody. */
	shared: boolean
	/** Whether the reader's own page is asked for. */
	own: boolean
}

/** Asks for the page as it is for this one reader. */
const OWN_PARAMETER = 'own'

/** Where an address leads: to a page that can be shared, or to one that is made for whoever asks. */
export function placeOf(url: string, routes: readonly PageRoute[]): Place {
	const question = url.indexOf('?')
	const path = question < 0 ? url : url.slice(0, question)
	const route = routes.find((each) => each.path.test(path))
	if (!route) return { url, shared: false, own: false }
	if (question < 0) return { url: path, shared: true, own: false }
	const asked = new URLSearchParams(url.slice(question + 1))
	const allowed = Object.entries(route.query).flatMap(([name, value]) => {
		const given = asked.get(name)
		return given !== null && value.test(given) ? [`${name}=${given}`] : []
	})
	const query = allowed.length > 0 ? `?${allowed.join('&')}` : ''
	return { url: path + query, shared: true, own: asked.has(OWN_PARAMETER) }
}
