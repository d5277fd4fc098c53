import { pageLanguage } from '@/lib/messages/messages'

/** `lang` of a text in another language than the words of the page; undefined in the same. */
export const langOf = (language: string): string | undefined =>
	language === pageLanguage() ? undefined : language

/** `lang` of the page's own words within such a text. */
export const langWithin = (language: string): string | undefined =>
	langOf(language) === undefined ? undefined : pageLanguage()
