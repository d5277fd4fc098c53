/** Longer addresses than this break mail programs and some servers. */
export const URL_LENGTH_MAX = 2000

const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:']
const EMBED_PROTOCOLS = ['http:', 'https:']

/** The address in the one spelling we store, or null when a link may not lead there. */
export const linkUrl = (text: string): string | null => ownPage(text) ?? canonical(text, LINK_PROTOCOLS)

/** The same for the cards of things elsewhere, which are web pages only. */
export const embedUrl = (text: string): string | null => canonical(text, EMBED_PROTOCOLS)

function canonical(text: string, protocols: string[]): string | null {
	const url = parsed(text)
	if (!url || !protocols.includes(url.protocol) || url.username || url.password) return null
	const leads = url.protocol === 'mailto:' ? hasRecipients(url) : isHost(url.hostname)
	return leads ? stored(url.href) : null
}

/** Some browsers read `https://exa mple.org` as the host `exa%20mple.org`. One dot at the end is the root domain. */
const isHost = (name: string): boolean =>
	!name.includes('%') && !name.replace(/\.$/, '').split('.').includes('')

const hasRecipients = ({ pathname }: URL): boolean =>
	pathname.split(',').every((address) => {
		const [, domain] = /^[^\s@]+@([^\s@]+)$/.exec(address) ?? []
		return domain !== undefined && !domain.split('.').includes('')
	})

/** A base that no page has, to tell paths of this site from what leads elsewhere, such as `//example.org`. */
const OWN = 'http://square.invalid'

/** `/news/a-story`, a page of this site; without the host, so that it stays right when the site moves. */
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
	// A host of many marks takes long to parse; no address grows shorter by it.
	if (text.length > URL_LENGTH_MAX) return null
	try {
		return new URL(text, base)
	} catch {
		return null
	}
}

/** Round brackets and backslashes would need care in the text form; encoded they mean the same. */
const percentEncoded = (character: string): string =>
	`%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
