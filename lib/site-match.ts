/** Characters that no host name has; the second kind also divides names in ASCII from a text without spaces. */
const BETWEEN_HOSTS = [/[^\p{L}\p{M}\p{N}.-]+/u, /[^a-z0-9.-]+/i]
/** Host names compared in one text at most. */
const HOSTS_MAX = 1_000

/** The host name of a site as browsers write it, in ASCII; null if it is none. */
export function canonicalHost(typed: string): string | null {
	const host = typed
		.trim()
		.replace(/^https?:\/\//i, '')
		.replace(/[/?#].*$/s, '')
		.replace(/^\*\./, '')
	const url = `http://${host}/`
	if (!host || /[\s@:]/.test(host) || !URL.canParse(url)) return null
	const { hostname } = new URL(url)
	return hostname.includes('.') ? hostname.replace(/\.$/, '') : null
}

/** The first of the sites that a text names, also without a link, or of which it names a subdomain; null without one. */
export function siteIn(text: string, sites: readonly string[]): string | null {
	if (sites.length === 0) return null
	const hosts = hostsIn(text)
	return sites.find((site) => hosts.some((host) => host === site || host.endsWith(`.${site}`))) ?? null
}

function hostsIn(text: string): string[] {
	// Wide and other variants of letters are unified with each name, by `URL`.
	const plain = text.replace(/\p{Cf}/gu, '').replace(/[。．｡]/g, '.')
	const names = new Set(BETWEEN_HOSTS.flatMap((between) => plain.split(between)))
	return [...names]
		.filter((name) => /[^.-]\.+[^.-]/.test(name))
		.slice(0, HOSTS_MAX)
		.map((name) => canonicalHost(name.replace(/^[.-]+|[.-]+$/g, '')))
		.filter((host) => host !== null)
}
