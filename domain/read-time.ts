/** Words a minute; default of the setting `wordsPerMinute`. */
export const WORDS_PER_MINUTE = 200

/** The number of words and the reading time at a given rate. */
export type ReadTime = { words: number; minutes: number; seconds: number }

/**
 * Counts the non-empty pieces of the text between runs of characters other than letters, numbers and straight
 * apostrophes. A curly apostrophe therefore splits a word and a straight one does not.
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
