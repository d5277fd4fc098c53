/** Longer addresses than this break mail programs and some servers. */
export const URL_LENGTH_MAX = 2000

const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:']
const EMBED_PROTOCOLS = ['http:', 'https:']

/** The address in the one spelling we store, or null when a link may not lead there. */
export const linkUrl = (text: string): string | null => canonical(text, LINK_PROTOCOLS)

/** The same for the cards of things elsewhere, which are web pages only. */
export const embedUrl = (text: string): string | null => canonical(text, EMBED_PROTOCOLS)

function canonical(text: string, protocols: string[]): string | null {
	const url = parsed(text)
	if (!url || !protocols.includes(url.protocol) || url.username || url.password) return null
	const href = url.href.replace(/[\s()\\<>"]/g, percentEncoded)
	return href.length <= URL_LENGTH_MAX ? href : null
}

/** Not `URL.canParse`: Node 20 refuses `https://exämple.org` by it once the calling code is compiled. */
function parsed(text: string): URL | null {
	try {
		return new URL(text)
	} catch {
		return null
	}
}

/** Round brackets and backslashes would need care in the text form; encoded they mean the same. */
const percentEncoded = (character: string): string =>
	`%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
