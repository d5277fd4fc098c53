import { foldText } from './fold-text'

/** Scripts without spaces between words, in which a word may begin and end anywhere. */
const UNSPACED =
	/[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Lana}\p{scx=Talu}\p{scx=Tavt}]/u
/** Scripts whose words end in particles without a space. */
const SUFFIXED = /\p{scx=Hang}/u
const LETTER = /[\p{L}\p{N}]/u
const MARK = /\p{M}/u

/**
 * Folds a text for comparison with words: without case, optional marks, width and invisible characters, on one line.
 * Composed, so that a syllable of Hangul is one character.
 */
export const foldWords = (text: string): string =>
	foldText(text).normalize('NFC').replace(/\s+/gu, ' ').trim()

/** A word of a list, ready for comparison. */
export type ListedWord = {
	/** As typed, without the asterisk. */
	entry: string
	folded: string
	/** Whether longer words that begin with it match too. */
	isPrefix: boolean
}

/** A word or phrase of a list; with `*` at its end also the words that begin with it. */
export function listedWord(entry: string): ListedWord {
	const isPrefix = entry.endsWith('*')
	return { entry, folded: foldWords(isPrefix ? entry.slice(0, -1) : entry), isPrefix }
}

/** The first of the words that a folded text has as a whole word; null without one. */
export const firstListed = (folded: string, words: readonly ListedWord[]): ListedWord | null =>
	words.find((word) => hasWord(folded, word)) ?? null

function hasWord(text: string, { folded, isPrefix }: ListedWord): boolean {
	if (!folded) return false
	for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) {
		const end = at + folded.length
		if (beginsAt(text, at, folded) && endsAt(text, end, folded, isPrefix)) return true
	}
	return false
}

function beginsAt(text: string, at: number, word: string): boolean {
	const first = characterAt(word, 0)
	return !joins(first, characterBefore(text, at))
}

function endsAt(text: string, end: number, word: string, isPrefix: boolean): boolean {
	const next = characterAt(text, end)
	// A mark belongs to the letter before it, so the word's last letter is another one.
	if (MARK.test(next)) return isPrefix
	const last = characterBefore(word, word.length)
	return isPrefix || SUFFIXED.test(last) || !joins(last, next)
}

/** Whether two neighbours are letters of one word. */
const joins = (edge: string, neighbour: string): boolean =>
	isSpaced(edge) && (isSpaced(neighbour) || MARK.test(neighbour))

function isSpaced(character: string): boolean {
	// Most letters, without the cost of three expressions.
	if (character < '\u0080') return /[a-z0-9]/i.test(character)
	return (LETTER.test(character) || MARK.test(character)) && !UNSPACED.test(character)
}

const characterAt = (text: string, at: number): string => {
	const code = text.codePointAt(at)
	return code === undefined ? '' : String.fromCodePoint(code)
}

function characterBefore(text: string, at: number): string {
	if (at === 0) return ''
	const isPair = at > 1 && /[\udc00-\udfff]/.test(text.charAt(at - 1))
	return text.slice(at - (isPair ? 2 : 1), at)
}
