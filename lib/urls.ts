/** Longer addresses break mail programs and some servers, and a host of many marks takes long to parse. */
export const HTTP_URL_LENGTH_MAX = 2_000

/**
 * An absolute http(s) address in its canonical form. Null for one that a browser would have to repair
 * (`https:evil.test`, backslashes, tabs) and for one with user info, which shows one host and leads to another.
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

/** A path on this site to return to, or `/` for anything that would lead elsewhere. */
export function safeReturnPath(text: string | null | undefined): string {
	if (!text?.startsWith('/')) return '/'
	const base = 'http://square.invalid'
	try {
		const url = new URL(text, base)
		const path = url.pathname + url.search + url.hash
		// Dots are resolved by now, so what still begins with two slashes names another host.
		return url.origin === base && !path.startsWith('//') ? path : '/'
	} catch {
		return '/'
	}
}

/** A path as it may stand in a `Location` header: ASCII, and what is encoded already stays as it is. */
export const encodeLocation = (path: string): string =>
	encodeURI(path.toWellFormed()).replace(/%25([0-9a-f]{2})/gi, '%$1')

/** A part of an address as it was before the browser encoded it; as it is when it was not well encoded. */
export function decodeSafely(part: string): string {
	try {
		return decodeURIComponent(part)
	} catch {
		return part
	}
}

/**
 * A path in the one spelling that browsers send: what must be encoded is, and nothing else. Null for one that
 * is not well encoded.
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

/** Marks that stand for themselves in a path: `$ & + , : ; = @`. */
const UNRESERVED_MARKS = /%(24|26|2B|2C|3A|3B|3D|40)/g
