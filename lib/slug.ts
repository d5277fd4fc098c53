import { cutText } from './cut-text'
import { normalized } from './normalized'

/** Length limit in UTF-16 code units: fits most headlines, and a line of an e-mail. */
export const SLUG_LENGTH_MAX = 80
/** Characters of the text that are read. */
const TEXT_LENGTH_MAX = 1_000

/** Accents of Latin letters only; in other scripts a mark may be a vowel. */
const LATIN_ACCENTS = /(\p{Script=Latin})\p{M}+/gu
/** Variation selectors and enclosing marks, as in an emoji or a keycap. */
const PRESENTATION = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\p{Me}]/gu
/** Invisible characters within a word, except the zero-width non-joiner, which becomes a hyphen. */
const INVISIBLE = /(?!\u200c)\p{Cf}/gu

/** `"Café très noir!"` becomes `"cafe-tres-noir"`, in NFC; empty without a letter or number. */
export function slugify(text: string): string {
	const words = normalized(text.slice(0, TEXT_LENGTH_MAX), 'NFKD')
		.replace(LATIN_ACCENTS, '$1')
		.replace(PRESENTATION, '')
		.replace(INVISIBLE, '')
		.replace(/[’']/g, '')
		.toLowerCase()
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/(^|-)\p{M}+/gu, '$1')
		.replace(/-+/g, '-')
		.replace(/^-/, '')
	return cutText(words, SLUG_LENGTH_MAX).replace(/-$/, '')
}

/** `base` with a number appended if it is above 1, such as `base-2`, within the length limit. */
export function numberedSlug(base: string, number: number): string {
	if (number === 1) return base
	const ending = `-${number}`
	return cutText(base, SLUG_LENGTH_MAX - ending.length).replace(/-$/, '') + ending
}

/** Numbers that are tried one by one; beyond them the steps double, and then halve. */
const TRIED_SINGLY = 20

/**
 * The slug of a base with the first free number, if few are taken; otherwise with a free one above taken ones. Its
 * lookups grow with the logarithm of the taken numbers, since anybody can take the name of thousands of others.
 */
export async function freeNumberedSlug(
	base: string,
	isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
	let taken = 0
	let free = 1
	while (await isTaken(numberedSlug(base, free))) {
		taken = free
		free += free < TRIED_SINGLY ? 1 : free
	}
	while (free - taken > 1) {
		const middle = Math.floor((taken + free) / 2)
		if (await isTaken(numberedSlug(base, middle))) taken = middle
		else free = middle
	}
	return numberedSlug(base, free)
}

/** Spellings to look up: as typed, in NFC as stored now, in NFD as older releases stored some scripts. */
export const slugSpellings = (slug: string): string[] => [
	...new Set([slug, normalized(slug), normalized(slug, 'NFD')]),
]
