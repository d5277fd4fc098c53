/** Languages of the interface, by their catalogues. */
export const LANGUAGES = ['en', 'fr', 'pt', 'ar', 'sw'] as const
export type Language = (typeof LANGUAGES)[number]

/** The desk has no catalogue yet. */
export const DESK_LANGUAGE: Language = 'en'

const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag)

/** Catalogue for a language tag such as `fr-CA`; English for a language without one. */
export function catalogueOf(tag: string): Language {
	const [language = ''] = tag.toLowerCase().split('-', 1)
	return isLanguage(language) ? language : 'en'
}

/** Language tag of the interface of a site: the site's own tag, or `en` for a language without a catalogue. */
export function interfaceTag(tag: string): string {
	const [language = ''] = tag.toLowerCase().split('-', 1)
	return isLanguage(language) ? tag : 'en'
}
