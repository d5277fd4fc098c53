import { pageLanguage } from '@/lib/messages/messages'

/** `lang` of a text in another language than the words of the page; undefined in the same. */
export const langOf = (language: string): string | undefined =>
	language === pageLanguage() ? undefined : language

/** `lang` of the page's own words within such a text. */
export const langWithin = (language: string): string | undefined =>
	langOf(language) === undefined ? undefined : pageLanguage()

/** Attributes of an element that holds a text of a story: its language, and the direction of its letters. */
export const storyText = (language: string) => ({ dir: 'auto' as const, lang: langOf(language) })
