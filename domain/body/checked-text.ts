import type { BodyDocument } from '@/domain/body/document'
import { parseMarkdown } from '@/domain/body/markdown'
import { BODY_BYTES_MAX, NODES_MAX } from '@/domain/body/validate'
import { formatCount } from '@/lib/format-count'
import { Refusal } from '@/lib/refusal'

/** The longest text, wrapped at 72 characters, has 14,000. */
export const LINES_MAX = 20_000
/**
 * Half of them pairs of stars, this is as many parts as a story may have. Reading one takes up to 10 µs of the thread
 * that serves everybody.
 */
export const SIGNS_MAX = 5_000
/** Lists and quotes are read line by line; a story may have no more of their parts. */
const MARKS_OF_LINES = /^[ \t]*(?:[-+>]|\d{1,9}[.)])/gm
/** The end of a paragraph, or of an item that stands apart. */
const BLANK_LINES = /\S[ \t]*\n[ \t]*\n/g

/**
 * The text form as a request sends it. Counted before it is read, because reading takes many times the time and
 * memory of the text.
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
