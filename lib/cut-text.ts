const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The beginning of a text, at most `max` UTF-16 units long and never cut within a visible character. */
export function cutText(text: string, max: number): string {
	if (text.length <= max) return text
	// A cluster is some units long, so what follows cannot change where the last one that fits begins.
	const { index } = graphemes.segment(text).containing(max) ?? { index: 0 }
	return text.slice(0, index)
}
