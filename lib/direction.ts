export type Direction = 'ltr' | 'rtl'

/** ISO 15924 codes of right-to-left scripts. */
const RTL_SCRIPTS: ReadonlySet<string> = new Set(
	'Arab Aran Hebr Thaa Syrc Nkoo Adlm Rohg Mand Samr Yezi Mend'.split(' '),
)
const RTL_LETTERS =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}]/gu
/** Characters examined of a text, about a page. */
const LETTERS_MAX = 2000

/** Direction of a language tag such as `ar`, `he-IL`, `pa-Arab` or `az-IR`; `ltr` for an invalid tag. */
export function directionOfLanguage(language: string): Direction {
	try {
		const { script } = new Intl.Locale(language).maximize()
		return script && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr'
	} catch {
		return 'ltr'
	}
}

/**
 * Direction of most letters of a text; undefined without letters. A browser's `dir=auto` uses the first letter
 * only, so that a Latin name at the start would turn an Arabic story to `ltr`.
 */
export function directionOfText(text: string): Direction | undefined {
	const start = text.slice(0, LETTERS_MAX)
	const letters = start.match(/\p{L}/gu)?.length ?? 0
	const rtl = start.match(RTL_LETTERS)?.length ?? 0
	if (letters === 0) return undefined
	return rtl * 2 > letters ? 'rtl' : 'ltr'
}
