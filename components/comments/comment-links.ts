const TRAILING_MARKS = "*_.,;:!?'}。，、！？；：」』】》）"

/**
 * Removes sentence punctuation from the end of a bare URL, and closing brackets that the URL does not open.
 */
export function withoutTrailingMarks(url: string): string {
	let unopened = url.split(')').length - url.split('(').length
	let end = url.length
	for (; end > 0; end -= 1) {
		const last = url.charAt(end - 1)
		if (last === ')' && unopened > 0) unopened -= 1
		else if (!TRAILING_MARKS.includes(last)) break
	}
	return url.slice(0, end)
}

/**
 * Refuses URLs with credentials: `https://bank.example@evil.example` reads as one site and links to another.
 */
export function isLinkable(url: string): boolean {
	if (!URL.canParse(url)) return false
	const { username, password, hostname } = new URL(url)
	return !username && !password && hostname !== ''
}
