import { foldText } from './fold-text'
import { normalized } from './normalized'

/** A letter or mark of a script that is written without spaces between words. */
const UNSPACED =
	'(?=[\\p{L}\\p{M}])[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]'
const SPACED = `(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}]`
const RUN = new RegExp(`((?:${UNSPACED})+)|(?:${SPACED})+`, 'gu')
/** As `RUN`, in an unfolded text, where invisible characters may divide a word. */
const UNFOLDED_RUN = new RegExp(`((?:${UNSPACED}|\\p{Cf})+)|(?:${SPACED}|\\p{Cf})+`, 'gu')
/** The same for texts without unspaced letters, in a tenth of the time. */
const HAS_UNSPACED = new RegExp(UNSPACED, 'u')
const SPACED_RUN = /()[\p{L}\p{N}\p{M}]+/gu
const UNFOLDED_SPACED_RUN = /()[\p{L}\p{N}\p{M}\p{Cf}]+/gu
const IS_ASCII = /^[\0-\x7f]*$/
const ASCII_RUN = /()[a-z0-9]+/gi
/** A letter with its marks. */
const LETTER = /\P{M}\p{M}*|\p{M}+/gu

/** Letters of a word at most; longer words are cut, in the index as in queries. */
const WORD_LENGTH_MAX = 64

/** A word of the search index: a whole word, or two letters of a script without spaces. */
export type IndexWord = {
	word: string
	/** The range of the word in the text. */
	start: number
	end: number
	/** The last letter of a run of unspaced letters: a word of its own, for searches of one letter. */
	isTail: boolean
}

/** A text as the index compares it: folded, and composed, so that each letter is one character. */
export const foldWords = (text: string): string => normalized(foldText(text))

/**
 * The words of a text in order, folded. A run of letters without spaces becomes its overlapping pairs, `東京都` →
 * `東京`, `京都`, `都`, because two letters are the usual length of a word in these scripts.
 */
export function wordsOf(text: string): string[] {
	const words: string[] = []
	const folded = foldWords(text)
	for (const [run, unspaced] of folded.matchAll(runsOf(folded, RUN, SPACED_RUN))) {
		if (unspaced) for (const { word } of pairsOf(Array.from(run, plainLetter))) words.push(word)
		else words.push(cut(run))
	}
	return words
}

/** The words of an unfolded text with their ranges in it. */
export function rangesOfWords(text: string): IndexWord[] {
	const words: IndexWord[] = []
	for (const match of text.matchAll(runsOf(text, UNFOLDED_RUN, UNFOLDED_SPACED_RUN))) {
		const { index: start } = match
		const end = start + match[0].length
		if (match[1]) words.push(...pairsOf(lettersOf(match[0], start)))
		else for (const word of foldedWordsOf(match[0])) words.push({ word, start, end, isTail: false })
	}
	return words
}

function runsOf(text: string, any: RegExp, spaced: RegExp): RegExp {
	if (IS_ASCII.test(text)) return ASCII_RUN
	return HAS_UNSPACED.test(text) ? any : spaced
}

/** Folding may divide a word: `½` becomes `1` and `2`. */
function foldedWordsOf(run: string): string[] {
	// Most words of most texts; folding takes ten times as long.
	if (/^[a-z0-9]+$/i.test(run)) return [cut(run.toLowerCase())]
	return wordsOf(run)
}

type Letter = { letter: string; start: number; end: number }

const plainLetter = (letter: string): Letter => ({ letter, start: 0, end: 0 })

function lettersOf(run: string, offset: number): Letter[] {
	const letters: Letter[] = []
	for (const { 0: typed, index } of run.matchAll(LETTER)) {
		const start = offset + index
		for (const letter of foldWords(typed)) letters.push({ letter, start, end: start + typed.length })
	}
	return letters
}

function pairsOf(letters: Letter[]): IndexWord[] {
	return letters.map(({ letter, start, end }, index) => {
		const next = letters[index + 1]
		return { word: letter + (next?.letter ?? ''), start, end: next?.end ?? end, isTail: !next && index > 0 }
	})
}

const cut = (word: string): string =>
	word.length <= WORD_LENGTH_MAX ? word : Array.from(word).slice(0, WORD_LENGTH_MAX).join('')

/** Whether a word is of a script without spaces. */
export const isUnspaced = (word: string): boolean => new RegExp(`^(?:${UNSPACED})`, 'u').test(word)
