/**
 * Marks in a row that a normalizer has to keep in order. No orthography stacks more; UAX #15 gives the number
 * and the character between (Stream-Safe Text Format, D4).
 */
const MARKS_MAX = 30
const GRAPHEME_JOINER = '\u034f'
const MARK = `(?!${GRAPHEME_JOINER})\\p{M}`
const LONG_RUN = new RegExp(`((?:${MARK}){${MARKS_MAX}})(?=${MARK})`, 'gu')

/**
 * Unicode normalization in linear time. Sorting an endless run of marks takes quadratic time, so an invisible
 * joiner divides it; nothing typed is lost.
 */
export const normalized = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD' = 'NFC'): string =>
	text.replace(LONG_RUN, `$1${GRAPHEME_JOINER}`).normalize(form)
