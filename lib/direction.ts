export type Direction = 'ltr' | 'rtl'

/** ISO 15924 codes of the scripts that are written from right to left. */
const RTL_SCRIPTS: ReadonlySet<string> = new Set(
	'Arab Aran Hebr Thaa Syrc Nkoo Adlm Rohg Mand Samr Yezi Mend'.split(' '),
)
const RTL_LETTERS =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}]/gu
/** A page of text shows its direction; later pages change nothing. */
const LETTERS_MAX = 2000

/** The direction of a language tag: `ar`, `he-IL`, `pa-Arab`, `az-IR`. */
export function directionOfLanguage(language: string): Direction {
	try {
		const { script } = new Intl.Locale(language).maximize()
		return script && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr'
	} catch {
		return 'ltr'
	}
}

/**
 * The direction of most of a text's letters; undefined without any. A browser's `auto` goes by the first letter,
 * which turns a whole story in Arabic around for a name in Latin letters at its start.
 */
export function directionOfText(text: string): Direction | undefined {
	const start = text.slice(0, LETTERS_MAX)
	const letters = start.match(/\p{L}/gu)?.length ?? 0
	const rtl = start.match(RTL_LETTERS)?.length ?? 0
	if (letters === 0) return undefined
	return rtl * 2 > letters ? 'rtl' : 'ltr'
}
