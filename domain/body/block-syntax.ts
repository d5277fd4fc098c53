/** How the lines of the text form begin, for its reader and its writer alike. All take a trimmed line. */

export const HEADING = /^(#{1,6})\s+(\S.*)$/
export const QUOTE = /^>(?!\s?>)\s?(.*)$/
export const PULL_QUOTE = /^>\s?>\s?(.*)$/
export const BULLET = /^[-*•]\s+(\S.*)$/
/** As many digits as `LIST_NUMBER_MAX` has. */
export const NUMBERED = /^(\d{1,3})[.)]\s+(\S.*)$/
export const DIVIDER = /^(?:-{3,}|\*{3,}|\* \* \*)$/
export const FIGURE = /^!\[(.*)\]\(photo:(\d{1,15})\)$/
export const SEPARATOR = '%%'
export const ATTRIBUTION = /^(?:—|–|--)\s*(\S.*)$/

/** By the last `](` there is: a pattern would try each of them to the end of the line. */
export function embedOf(line: string): { title: string; address: string } | null {
	const end = line.lastIndexOf('](')
	if (!line.startsWith('@[') || !line.endsWith(')') || end < 2) return null
	const address = line.slice(end + 2, -1)
	return /^\S+$/.test(address) ? { title: line.slice(2, end), address } : null
}

const BLOCK = /^(?:#{1,6}\s|>|[-*•]\s|-{3,}$|!\[|@\[|%%$)/
const NUMBER = /^\d{1,3}(?=[.)]\s)/

/** `- not a list` becomes `\- not a list`, `1. neither` becomes `1\. neither`; other lines stay. */
export function escapedStart(line: string): string {
	return BLOCK.test(line) ? `\\${line}` : line.replace(NUMBER, '$&\\')
}

/** The same within quotes, where only these two mean something. */
export const escapedQuoteStart = (line: string): string =>
	line.startsWith('>') || ATTRIBUTION.test(line) ? `\\${line}` : line

/** A paragraph runs on over single line ends until a line like these; of numbers only 1 begins a list. */
export const interruptsParagraph = (line: string): boolean =>
	line === SEPARATOR ||
	line.startsWith('>') ||
	[HEADING, BULLET, DIVIDER, FIGURE].some((start) => start.test(line)) ||
	(NUMBERED.test(line) && /^1\D/.test(line)) ||
	embedOf(line) !== null

export const interruptsItem = (line: string): boolean => interruptsParagraph(line) || NUMBERED.test(line)

/** An odd backslash at the end of a line is a line break that stays; two of them are one backslash. */
export function endsInBreak(line: string): boolean {
	let end = line.length
	while (line[end - 1] === '\\') end -= 1
	return (line.length - end) % 2 === 1
}
