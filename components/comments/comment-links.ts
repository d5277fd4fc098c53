const TRAILING_MARKS = "*_.,;:!?'}。，、！？；：」』】》）"

/** The end of a sentence is no part of an address, and neither is a bracket that was opened before it. */
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

/** With a name before the host an address shows one site and leads to another. */
export function isLinkable(url: string): boolean {
	if (!URL.canParse(url)) return false
	const { username, password, hostname } = new URL(url)
	return !username && !password && hostname !== ''
}
