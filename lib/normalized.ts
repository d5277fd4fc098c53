/**
 * Longest run of combining marks that is normalized whole. The limit and the separator are those of UAX #15
 * (Stream-Safe Text Format, D4); no orthography needs more.
 */
const MARKS_MAX = 30
const GRAPHEME_JOINER = '\u034f'
const MARK = `(?!${GRAPHEME_JOINER})\\p{M}`
const LONG_RUN = new RegExp(`((?:${MARK}){${MARKS_MAX}})(?=${MARK})`, 'gu')

/**
 * Unicode normalization in linear time. Sorting a long run of marks takes quadratic time, so a combining grapheme
 * joiner, which is invisible, divides it; every typed character is kept.
 */
export const normalized = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD' = 'NFC'): string =>
	text.replace(LONG_RUN, `$1${GRAPHEME_JOINER}`).normalize(form)
