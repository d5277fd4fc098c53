import { normalized } from './normalized'

/** Marks ignored by searches: accents of Latin, Greek and Cyrillic, points of Arabic and Hebrew. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g

/** Typographic quotation marks and hyphens to ASCII; letters without a Unicode decomposition to base letters. */
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
 * Folds a text for search: removes case, optional marks, width variants and invisible characters. Upper-cases
 * first, because `ß`, `ı` and `ς` fold to their common forms only through upper case.
 */
export const foldText = (text: string): string =>
	normalized(text, 'NFKD')
		.replace(OPTIONAL_MARKS, '')
		.replace(/\p{Cf}/gu, '')
		.toUpperCase()
		.toLowerCase()
		.replace(TYPESET, (letter) => TYPED[letter] ?? letter)

/** Terms in a search at most; each term scans every searched text. */
const TERMS_MAX = 8
/** Characters in a term at most; bounds the memory of a comparison. */
const TERM_LENGTH_MAX = 100

/** Folded terms of a query, all of which must match. */
export const searchTerms = (query: string): string[] =>
	foldText(query)
		.split(/\s+/)
		.filter(Boolean)
		.slice(0, TERMS_MAX)
		.map((term) => [...term].slice(0, TERM_LENGTH_MAX).join(''))
