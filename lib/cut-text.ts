const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Truncates a text to at most `max` UTF-16 code units, at a grapheme boundary. */
export function cutText(text: string, max: number): string {
	if (text.length <= max) return text
	// The grapheme at index `max` does not fit, so the text ends where it begins.
	const { index } = graphemes.segment(text).containing(max) ?? { index: 0 }
	return text.slice(0, index)
}
