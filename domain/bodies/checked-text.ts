import type { BodyDocument } from '@/domain/bodies/document'
import { bodyOf } from '@/domain/bodies/text-form'
import { BODY_BYTES_MAX } from '@/domain/bodies/validate'
import { grouped } from '@/lib/grouped'
import { Refusal } from '@/lib/refusal'

/** The longest text, wrapped at 72 characters, has 14,000. */
export const LINES_MAX = 20_000
/** Five links or pairs of stars on each page of the longest text. Each costs up to 10 µs of the main thread. */
export const SIGNS_MAX = 10_000

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
			`A story has at most ${grouped(LINES_MAX)} lines. This one has ${grouped(lines)}; please divide it.`,
		)
	const signs = occurrences(text, /[*[\\]/g)
	if (signs > SIGNS_MAX)
		refuse(
			`A story has at most ${grouped(SIGNS_MAX)} of the signs *, [ and \\. This one has ${grouped(signs)}; please take some out.`,
		)
	return bodyOf(text)
}

const occurrences = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

function refuse(message: string): never {
	throw new Refusal('invalid', message, 'body')
}
