/** Syntax at the start of a Markdown line, shared by parser and writer. The patterns match a trimmed line. */

export const HEADING = /^(#{1,6})\s+(\S.*)$/
export const QUOTE = /^>(?!\s?>)\s?(.*)$/
export const PULL_QUOTE = /^>\s?>\s?(.*)$/
export const BULLET = /^[-*•]\s+(\S.*)$/
/** At most as many digits as `LIST_NUMBER_MAX`. */
export const NUMBERED = /^(\d{1,3})[.)]\s+(\S.*)$/
export const DIVIDER = /^(?:-{3,}|\*{3,}|\* \* \*)$/
export const FIGURE = /^!\[(.*)\]\(photo:(\d{1,15})\)$/
export const SEPARATOR = '%%'
export const ATTRIBUTION = /^(?:—|–|--)\s*(\S.*)$/

/** Splits at the last `](`; a regular expression would try each `](` to the end of the line. */
export function embedOf(line: string): { title: string; address: string } | null {
	const end = line.lastIndexOf('](')
	if (!line.startsWith('@[') || !line.endsWith(')') || end < 2) return null
	const address = line.slice(end + 2, -1)
	return /^\S+$/.test(address) ? { title: line.slice(2, end), address } : null
}

const BLOCK = /^(?:#{1,6}\s|>|[-*•]\s|-{3,}$|!\[|@\[|%%$)/
const NUMBER = /^\d{1,3}(?=[.)]\s)/

/**
 * Escapes a line that would start a block: `- not a list` becomes `\- not a list`, `1. neither` `1\. neither`.
 */
export function escapedStart(line: string): string {
	return BLOCK.test(line) ? `\\${line}` : line.replace(NUMBER, '$&\\')
}

/** The same within quotes, where only quotes and attributions have a syntax. */
export const escapedQuoteStart = (line: string): string =>
	line.startsWith('>') || ATTRIBUTION.test(line) ? `\\${line}` : line

/** Whether a line ends the paragraph before it without a blank line; of numbers only 1 starts a list there. */
export const interruptsParagraph = (line: string): boolean =>
	line === SEPARATOR ||
	line.startsWith('>') ||
	[HEADING, BULLET, DIVIDER, FIGURE].some((start) => start.test(line)) ||
	(NUMBERED.test(line) && /^1\D/.test(line)) ||
	embedOf(line) !== null

export const interruptsItem = (line: string): boolean => interruptsParagraph(line) || NUMBERED.test(line)

/** Whether a line ends in an odd number of backslashes: a hard break. Two backslashes are an escaped one. */
export function endsInBreak(line: string): boolean {
	let end = line.length
	while (line[end - 1] === '\\') end -= 1
	return (line.length - end) % 2 === 1
}
