/** Long enough for any headline, short enough for a line of an e-mail. */
export const SLUG_LENGTH_MAX = 80

/** `"Café très noir!"` becomes `"cafe-tres-noir"`; empty when nothing is left. */
export function slugOf(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[’']/g, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.slice(0, SLUG_LENGTH_MAX)
		.replace(/^-+|-+$/g, '')
}
