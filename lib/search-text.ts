import { normalized } from './normalized'

/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, joiners and soft hyphens. */
const PASSED_OVER = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]/g

/**
 * Text in the form in which searches compare it: without case, width, accents and invisible characters. Upper
 * case first, because some letters have only there what they share: `ß` and `SS`, `ς` and `Σ`.
 */
export const searchText = (text: string): string =>
	normalized(text, 'NFKD')
		.toUpperCase()
		.toLowerCase()
		.replace(PASSED_OVER, '')
		.replaceAll('ς', 'σ')
		.replace(/\s+/g, ' ')
		.trim()
