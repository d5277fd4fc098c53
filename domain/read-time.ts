/** Words a minute; the rate this house started with, a setting. */
export const WORDS_PER_MINUTE = 200

/** `words` in reading order, and the time they take at the rate asked for. */
export type ReadTime = { words: number; minutes: number; seconds: number }

/**
 * Counts as the first site of this kind did: the text is split at every run of characters that are
 * neither letters, numbers nor straight apostrophes, and what lies between counts, empty ends included
 * only if they are not empty. A curly apostrophe therefore parts a word and a straight one does not.
 */
export function countWords(text: string): number {
	return text.split(/[^\p{L}\p{N}']+/u).filter(Boolean).length
}

export function readTime(words: number, wordsPerMinute = WORDS_PER_MINUTE): ReadTime {
	const perSecond = wordsPerMinute / 60
	return {
		words,
		minutes: Math.floor(words / wordsPerMinute),
		seconds: Math.floor((words % wordsPerMinute) / perSecond),
	}
}
