/** A page in a language. */
export type LanguagePage = { language: string; path: string }

/**
 * Paths by `hreflang` of a page in several languages: itself, its translations, and as `x-default` the one in the
 * language of the site. Each of them names the same paths, as search engines demand; empty without a translation.
 */
export function hreflangs(
	own: LanguagePage,
	translations: LanguagePage[],
	site: { language: string },
): Record<string, string> {
	const others = translations.filter(({ language }) => language !== own.language)
	if (others.length === 0) return {}
	const all = [own, ...others]
	const standard = all.find(({ language }) => language === site.language)
	return Object.fromEntries([
		...all.map(({ language, path }) => [language, path]),
		...(standard ? [['x-default', standard.path]] : []),
	])
}
