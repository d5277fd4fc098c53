type RequestSource = {
	site: string | null | undefined
	origin: string | null | undefined
	host: string | null | undefined
}

/**
 * Whether a write comes from a page of this site. Every current browser says where a POST comes from; a client
 * that says nothing is no browser and carries nobody's cookies.
 */
export function isSameOrigin({ site, origin, host }: RequestSource, siteUrl: string): boolean {
	if (site) return site === 'same-origin'
	if (origin === null || origin === undefined || origin === siteUrl) return true
	try {
		return new URL(origin).host === host
	} catch {
		return false
	}
}
