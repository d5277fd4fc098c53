type RequestSource = {
	site: string | null | undefined
	origin: string | null | undefined
	host: string | null | undefined
}

/**
 * Whether a write comes from a page of this site, by `Sec-Fetch-Site` or else `Origin`. Every current browser
 * sends one of them with a POST; a request without both is not from a browser and carries no reader's cookies.
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
