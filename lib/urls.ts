/** Length limit: longer URLs break mail programs and some servers, and long hosts are slow to parse. */
export const HTTP_URL_LENGTH_MAX = 2_000

/**
 * The canonical form of an absolute http(s) URL. Null for a URL that browsers would repair (`https:evil.test`,
 * backslashes, tabs) and for one with user info, which can imitate another host.
 */
export function canonicalHttpUrl(text: string): string | null {
	const address = text.trim()
	if (address.length > HTTP_URL_LENGTH_MAX) return null
	if (!/^https?:\/\/[^/]/i.test(address) || /[\\\p{Cc}\p{Cf}]/u.test(address)) return null
	try {
		const url = new URL(address)
		return url.username || url.password ? null : url.href
	} catch {
		return null
	}
}

/** The URL of a mail to an address, in which marks such as `?` and `&` begin no further recipient or text. */
export const mailtoUrl = (email: string): string => `mailto:${encodeURIComponent(email).replace('%40', '@')}`

/** A same-origin return path; `/` for any other value, against open redirects. */
export function safeReturnPath(text: string | null | undefined): string {
	if (!text?.startsWith('/')) return '/'
	const base = 'http://square.invalid'
	try {
		const url = new URL(text, base)
		const path = url.pathname + url.search + url.hash
		// Dot segments are resolved; a remaining `//` at the start names another host.
		return url.origin === base && !path.startsWith('//') ? path : '/'
	} catch {
		return '/'
	}
}

/** Encodes a path for a `Location` header: percent-encoded ASCII, without encoding `%XX` twice. */
export const encodeLocation = (path: string): string =>
	encodeURI(path.toWellFormed()).replace(/%25([0-9a-f]{2})/gi, '%$1')

/** `decodeURIComponent` that returns malformed input unchanged. */
export function decodeSafely(part: string): string {
	if (!part.includes('%')) return part
	try {
		return decodeURIComponent(part)
	} catch {
		return part
	}
}

/**
 * A path in canonical percent-encoding, as browsers send it. Null for malformed encoding.
 *
 * @param change applied to each decoded part
 */
export function canonicalPath(path: string, change = (part: string) => part): string | null {
	try {
		return path
			.split('/')
			.map((part) =>
				encodeURIComponent(change(decodeURIComponent(part))).replace(UNRESERVED_MARKS, decodeURIComponent),
			)
			.join('/')
	} catch {
		return null
	}
}

/** Characters that need no encoding in a path: `$ & + , : ; = @`. */
const UNRESERVED_MARKS = /%(24|26|2B|2C|3A|3B|3D|40)/g
