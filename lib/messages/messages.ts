import { requestContext } from '../request-context'
import { singleton } from '../singleton'
import { ar } from './ar'
import { en, type Messages } from './en'
import { formatOf } from './format'
import { fr } from './fr'
import { catalogueOf, interfaceTag, type Language } from './languages'
import { listOf } from './list'
import { pt } from './pt'
import { sw } from './sw'

const CATALOGUES: Record<Language, (tag: string) => Messages> = {
	en: (tag) => en(formatOf(tag)),
	fr: (tag) => fr(formatOf(tag)),
	pt: (tag) => pt(formatOf(tag)),
	ar: (tag) => ar(formatOf(tag)),
	sw: (tag) => sw(formatOf(tag)),
}

/** Catalogues by language tag: those of the site's setting so far. */
const made = (): Map<string, Messages> => singleton('messages', () => new Map<string, Messages>())

/** The catalogue of a language tag, with its numbers: English for a language without one. */
export function messagesOf(tag: string): Messages {
	const known = made().get(tag)
	if (known) return known
	const messages = CATALOGUES[catalogueOf(tag)](interfaceTag(tag))
	made().set(tag, messages)
	return messages
}

/** Replaces the catalogue of a language tag, for tests with a pseudolocale. */
export const setMessages = (tag: string, messages: Messages): void => void made().set(tag, messages)

const DEFAULT_TAG = 'en-GB'

const currentTag = (): string => requestContext().language ?? DEFAULT_TAG

/** The messages of the page or response being made, in the language that the read of the settings has noted. */
export const messages = (): Messages => messagesOf(currentTag())

/** Language of the interface of the page or response being made. */
export const currentLanguage = (): Language => catalogueOf(currentTag())

/** Items with the separators of the interface's language between them. */
export const listed = <T>(items: readonly T[]): (string | T)[] => listOf(interfaceTag(currentTag()), items)
