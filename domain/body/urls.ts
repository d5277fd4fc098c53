/** In characters; longer addresses break mail programs and some servers. */
export const URL_LENGTH_MAX = 2000

const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:']
const EMBED_PROTOCOLS = ['http:', 'https:']

/** The canonical form of a link's address; null for an address or protocol that is not allowed. */
export const linkUrl = (text: string): string | null => ownPage(text) ?? canonical(text, LINK_PROTOCOLS)

/** The same for link cards, which allow web pages of other sites only. */
export const embedUrl = (text: string): string | null => canonical(text, EMBED_PROTOCOLS)

function canonical(text: string, protocols: string[]): string | null {
	const url = parsed(text)
	if (!url || !protocols.includes(url.protocol) || url.username || url.password) return null
	const leads = url.protocol === 'mailto:' ? hasRecipients(url) : isHost(url.hostname)
	return leads ? stored(url.href) : null
}

/**
 * Some browsers parse `https://exa mple.org` to the host `exa%20mple.org`. One final dot is the root domain.
 */
const isHost = (name: string): boolean =>
	!name.includes('%') && !name.replace(/\.$/, '').split('.').includes('')

const hasRecipients = ({ pathname }: URL): boolean =>
	pathname.split(',').every((address) => {
		const [, domain] = /^[^\s@]+@([^\s@]+)$/.exec(address) ?? []
		return domain !== undefined && !domain.split('.').includes('')
	})

/** Reserved base URL that separates paths of this site from other addresses, such as `//example.org`. */
const OWN = 'http://square.invalid'

/** A page of this site, as `/news/a-story`: without the host, so that it stays valid when the site moves. */
function ownPage(text: string): string | null {
	const url = text.startsWith('/') ? parsed(text, OWN) : null
	const path = url?.origin === OWN ? url.pathname + url.search + url.hash : '//'
	return path.startsWith('//') ? null : stored(path)
}

function stored(address: string): string | null {
	const href = address.replace(/[\s()\\<>"]/g, percentEncoded)
	return href.length <= URL_LENGTH_MAX ? href : null
}

/** Not `URL.canParse`: Node 20 refuses `https://exämple.org` by it once the calling code is compiled. */
function parsed(text: string, base?: string): URL | null {
	// Limits the cost of parsing a host of many combining marks; parsing shortens no address.
	if (text.length > URL_LENGTH_MAX) return null
	try {
		return new URL(text, base)
	} catch {
		return null
	}
}

/** Percent-encodes parentheses and backslashes, which the Markdown would otherwise have to escape. */
const percentEncoded = (character: string): string =>
	`%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
