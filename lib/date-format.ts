/** Cached formats at most; a site uses about ten, each of some hundred kB outside the heap. */
const FORMATS_MAX = 100

const formats = new Map<string, Intl.DateTimeFormat>()

/** A cached `Intl.DateTimeFormat`: construction takes a thousand times longer than use. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = language + JSON.stringify(options)
	const known = formats.get(key)
	if (known) return known
	if (formats.size >= FORMATS_MAX) formats.clear()
	const made = new Intl.DateTimeFormat(language, options)
	formats.set(key, made)
	return made
}
