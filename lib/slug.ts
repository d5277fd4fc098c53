import { cutText } from './cut-text'
import { normalized } from './normalized'

/** Long enough for any headline, short enough for a line of an e-mail. */
export const SLUG_LENGTH_MAX = 80
/** A slug is made of the beginning of a text; more of it is not read. */
const TEXT_LENGTH_MAX = 1_000

/** Accents of Latin letters; in other scripts a mark may be a vowel. */
const LATIN_ACCENTS = /(\p{Script=Latin})\p{M}+/gu
/** Variation selectors and enclosing marks, as in an emoji or a keycap. */
const PRESENTATION = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\p{Me}]/gu
/** Invisible characters within a word; the non-joiner divides words as a hyphen does. */
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

/** `base` with a number behind it, for when `base` itself is taken: `base-2`. */
export function numberedSlug(base: string, number: number): string {
	if (number === 1) return base
	const ending = `-${number}`
	return cutText(base, SLUG_LENGTH_MAX - ending.length).replace(/-$/, '') + ending
}

/** A slug as typed, then as slugs are kept, then as releases before kept those of some scripts. */
export const slugSpellings = (slug: string): string[] => [
	...new Set([slug, normalized(slug), normalized(slug, 'NFD')]),
]
