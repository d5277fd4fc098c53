/** Formats kept at the most; a site uses about ten, and each weighs some hundred kilobytes outside the heap. */
const FORMATS_MAX = 100

const formats = new Map<string, Intl.DateTimeFormat>()

/** A date format, made once: making one costs a thousand times more than using it. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = language + JSON.stringify(options)
	const known = formats.get(key)
	if (known) return known
	if (formats.size >= FORMATS_MAX) formats.clear()
	const made = new Intl.DateTimeFormat(language, options)
	formats.set(key, made)
	return made
}
