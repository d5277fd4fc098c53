import type { BodyDocument } from '@/domain/body/document'
import { parseMarkdown } from '@/domain/body/markdown'
import { BODY_BYTES_MAX, NODES_MAX } from '@/domain/body/validate'
import { formatCount } from '@/lib/format-count'
import { Refusal } from '@/lib/refusal'

/** Lines of a text; the longest allowed text, wrapped at 72 characters, has 14,000. */
export const LINES_MAX = 20_000
/**
 * Signs `*`, `[` and `\` plus lines of lists and quotes in a text. As 2,500 pairs of
 * stars they make about `NODES_MAX` nodes. Parsing a sign takes up to 10 µs of the serving thread.
 */
export const SIGNS_MAX = 5_000
/** Lines of lists and quotes; they are parsed line by line. */
const MARKS_OF_LINES = /^[ \t]*(?:[-+>]|\d{1,9}[.)])/gm
/** The end of a paragraph, or of an item followed by a blank line. */
const BLANK_LINES = /\S[ \t]*\n[ \t]*\n/g

/**
 * Parses Markdown from a request. Limits are checked by counting before parsing, because parsing takes many
 * times the time and memory of the text.
 * @throws Refusal `invalid`, field `body`
 */
export function bodyOfCheckedText(text: string): BodyDocument {
	if (text.length > BODY_BYTES_MAX) refuse('The text is too long for one story. Please divide it.')
	const lines = occurrences(text, /\n/g)
	if (lines > LINES_MAX)
		refuse(
			`A story has at most ${formatCount(LINES_MAX)} lines. This one has ${formatCount(lines)}; please divide it.`,
		)
	const signs = occurrences(text, /[*[\\]/g) + occurrences(text, MARKS_OF_LINES)
	if (signs > SIGNS_MAX)
		refuse(
			`A story has at most ${formatCount(SIGNS_MAX)} of the signs *, [ and \\ and of lines in lists and quotes. This one has ${formatCount(signs)}; please take some out.`,
		)
	const paragraphs = occurrences(text, BLANK_LINES)
	if (paragraphs > NODES_MAX)
		refuse(
			`A story has at most ${formatCount(NODES_MAX)} paragraphs and items of lists. This one has ${formatCount(paragraphs)}; please divide it.`,
		)
	return parseMarkdown(text)
}

const occurrences = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

function refuse(message: string): never {
	throw new Refusal('invalid', message, 'body')
}
