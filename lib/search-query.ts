import { foldWords, isUnspaced, wordsOf } from './words'

/** Characters of a query at most; the rest is ignored. */
export const QUERY_LENGTH_MAX = 200
/** Phrases that must match, and that must not, at most. */
const WANTED_MAX = 8
const UNWANTED_MAX = 4
/** Words of a phrase at most: one typed letter may fold to several words. */
const PHRASE_WORDS_MAX = 24

/** Words in direct succession, as in the index. `prefix`: the last one may be longer in the text. */
export type Phrase = { words: string[]; prefix: boolean }

/** All of `wanted` must match, none of `unwanted`. */
export type SearchQuery = { wanted: Phrase[]; unwanted: Phrase[] }

type Options = {
	/** Whether every word may be the beginning of one; otherwise the last only. */
	prefixes?: boolean
}

/** Quotation marks of other languages; `foldText` folds the English ones. */
const QUOTES = /[«»„‟「」『』《》]/g
/** Dashes typed as a minus; `foldText` folds hyphens. */
const DASHES = /(?<!\S)[−–—]/g
const PART = /(-?)"([^"]*)"?|([^\s"]+)/g

/**
 * Reads a query as typed: words, phrases in quotation marks, and a minus before what must not occur. Every other
 * character is punctuation, so no input has another meaning or is refused.
 */
export function parseQuery(typed: string, { prefixes = false }: Options = {}): SearchQuery {
	const text = foldWords(typed.slice(0, QUERY_LENGTH_MAX)).replace(QUOTES, '"').replace(DASHES, '-')
	const wanted: Phrase[] = []
	const unwanted: Phrase[] = []
	/** The last phrase, if it is an unquoted one that must match. */
	let last: Phrase | null = null
	for (const [, minus, quoted, chunk = ''] of text.matchAll(PART)) {
		const isUnwanted = quoted === undefined ? chunk.startsWith('-') : minus === '-'
		const phrase = phraseOf(quoted ?? chunk)
		if (!phrase) continue
		if (quoted === undefined && prefixes) phrase.prefix = true
		const added = addOnce(isUnwanted ? unwanted : wanted, phrase)
		last = quoted === undefined && !isUnwanted ? added : null
	}
	if (last && !isUnspaced(last.words.at(-1) ?? '')) last.prefix = true
	return { wanted: wanted.slice(0, WANTED_MAX), unwanted: unwanted.slice(0, UNWANTED_MAX) }
}

function addOnce(phrases: Phrase[], phrase: Phrase): Phrase {
	const known = phrases.find(({ words }) => words.join(' ') === phrase.words.join(' '))
	if (!known) phrases.push(phrase)
	return known ?? phrase
}

/** The phrase of a text; null without a word. */
export function phraseOf(text: string): Phrase | null {
	const words = wordsOf(text).slice(0, PHRASE_WORDS_MAX)
	const [last] = words.slice(-1)
	if (last === undefined) return null
	const before = words.at(-2)
	if (!isUnspaced(last) || Array.from(last).length > 1) return { words, prefix: false }
	// The last letter of a run begins a pair in the text, if the text goes on.
	const isTail = before !== undefined && isUnspaced(before) && before.endsWith(last)
	return isTail ? { words: words.slice(0, -1), prefix: false } : { words, prefix: true }
}

/** Whether the words at `index` are the phrase. */
export function matchesAt(
	words: readonly { word: string }[],
	index: number,
	{ words: wanted, prefix }: Phrase,
) {
	return wanted.every((each, step) => {
		const word = words[index + step]?.word
		if (word === undefined) return false
		return prefix && step === wanted.length - 1 ? word.startsWith(each) : word === each
	})
}
