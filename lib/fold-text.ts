import { normalized } from './normalized'

/** Accents and points that a search ignores: Latin, Greek and Cyrillic; Arabic; Hebrew. Other marks are letters. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g

/** Quotation marks and hyphens that are typed one way and typeset another; letters without a decomposition. */
const TYPED: Record<string, string> = {
	'\u2018': "'",
	'\u2019': "'",
	'\u02bc': "'",
	'\u201c': '"',
	'\u201d': '"',
	'\u2010': '-',
	'\u2011': '-',
	ς: 'σ',
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	ŧ: 't',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
}
const TYPESET = new RegExp(`[${Object.keys(TYPED).join('')}]`, 'g')

/**
 * The form in which two texts are compared by a search: without case, optional marks, widths and invisible
 * characters. Upper case first, since `ß`, `ı` and `ς` have no other common form.
 */
export const foldText = (text: string): string =>
	normalized(text, 'NFKD')
		.replace(OPTIONAL_MARKS, '')
		.replace(/\p{Cf}/gu, '')
		.toUpperCase()
		.toLowerCase()
		.replace(TYPESET, (letter) => TYPED[letter] ?? letter)

/** More words than a search needs; each one reads every text that is searched. */
const TERMS_MAX = 8
/** Longer than any word; bounds the memory of a comparison. */
const TERM_LENGTH_MAX = 100

/** The words of a search, folded. All of them must occur. */
export const searchTerms = (query: string): string[] =>
	foldText(query)
		.split(/\s+/)
		.filter(Boolean)
		.slice(0, TERMS_MAX)
		.map((term) => [...term].slice(0, TERM_LENGTH_MAX).join(''))
