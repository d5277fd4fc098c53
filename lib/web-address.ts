/** Whether a text is an absolute http(s) address. */
export function isWebAddress(text: string): boolean {
	try {
		return ['http:', 'https:'].includes(new URL(text).protocol)
	} catch {
		return false
	}
}

/** A path on this site to return to, or `/` for anything that would lead elsewhere. */
export function localPath(text: string | null | undefined): string {
	if (!text?.startsWith('/')) return '/'
	const base = 'http://square.invalid'
	try {
		const url = new URL(text, base)
		return url.origin === base ? url.pathname + url.search + url.hash : '/'
	} catch {
		return '/'
	}
}
