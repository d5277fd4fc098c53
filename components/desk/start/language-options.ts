/** Languages in the list; any other can be typed in the settings. */
const LANGUAGES =
	'am ar az bg bn bs ca cs cy da de el en-GB en-US es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko lo lt lv mk ml mn mr ms my nb ne nl nn pa pl ps pt pt-BR ro ru si sk sl so sq sr sv sw ta te th ti tr uk ur uz vi yo zh-Hans zh-Hant zu'.split(
		' ',
	)

/** The languages by their own names, with the given one if it is a language tag. */
export function languageOptions(given: string): { value: string; label: string }[] {
	const tags = new Set([...LANGUAGES, ...(isLanguageTag(given) ? [given] : [])])
	return [...tags]
		.map((tag) => ({ value: tag, label: ownName(tag) }))
		.sort((one, other) => one.label.localeCompare(other.label))
}

/** The first language tag of an `Accept-Language` header, which may also name none or `*`. */
export const acceptedLanguage = (header: string): string | undefined =>
	header
		.split(',')
		.map((item) => item.split(';')[0]?.trim() ?? '')
		.find(isLanguageTag)

function isLanguageTag(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1
	} catch {
		return false
	}
}

function ownName(tag: string): string {
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
