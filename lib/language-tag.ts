import { boundedMemo } from './bounded-memo'

/** Languages named at most; a site names a handful. */
const NAMES_MAX = 200

const named = boundedMemo<string>(NAMES_MAX)

/** The canonical form of a language tag (BCP 47) such as `pt-BR`; null for other texts and unknown languages. */
export function canonicalLanguage(typed: string): string | null {
	try {
		const [tag = ''] = Intl.getCanonicalLocales(typed)
		const { language } = new Intl.Locale(tag)
		const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language)
		return known ? tag : null
	} catch {
		return null
	}
}

/** The name of a language in that language: `Français`. */
export const ownLanguageName = (tag: string): string =>
	named(tag, () => {
		const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
		return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
	})
