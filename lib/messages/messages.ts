import { requestContext } from '../request-context'
import { singleton } from '../singleton'
import { roundedWait } from '../wait-words'
import { ar } from './ar'
import { en, type Messages } from './en'
import { formatOf } from './format'
import { fr } from './fr'
import { catalogueOf, interfaceTag, type Language } from './languages'
import { listOf } from './list'
import { pt } from './pt'
import { sw } from './sw'

/** Values kept of each format: counts of comments and votes are mostly small. */
const VALUES_MAX = 2_000

function memo<T>(run: (value: number) => T): (value: number) => T {
	const known = new Map<number, T>()
	return (value) => {
		const kept = known.get(value)
		if (kept !== undefined) return kept
		if (known.size >= VALUES_MAX) known.clear()
		const made = run(value)
		known.set(value, made)
		return made
	}
}

const CATALOGUES: Record<Language, (tag: string) => Messages> = {
	en: (tag) => en(formatOf(tag, memo)),
	fr: (tag) => fr(formatOf(tag, memo)),
	pt: (tag) => pt(formatOf(tag, memo)),
	ar: (tag) => ar(formatOf(tag, memo)),
	sw: (tag) => sw(formatOf(tag, memo)),
}

/** Catalogues by language tag: those of the site's setting so far. */
const catalogues = singleton('messages', () => new Map<string, Messages>())

/** The catalogue of a language tag, with its numbers: English for a language without one. */
export function messagesOf(tag: string): Messages {
	const known = catalogues.get(tag)
	if (known) return known
	const messages = CATALOGUES[catalogueOf(tag)](interfaceTag(tag))
	catalogues.set(tag, messages)
	return messages
}

/** Replaces the catalogue of a language tag, for tests with a pseudolocale. */
export const setMessages = (tag: string, messages: Messages): void => void catalogues.set(tag, messages)

const DEFAULT_TAG = 'en-GB'

/** The site's language as last read, for responses while the settings cannot be read. */
const lastRead = singleton('last-language', (): { tag: string | null } => ({ tag: null }))

/** Notes the language of the site for the page or response being made, unless it has another one, and for later ones. */
export function noteLanguage(tag: string): void {
	lastRead.tag = tag
	requestContext().language ??= tag
}

/** Forgets the language of the site, for tests with another database. */
export function forgetLanguage(): void {
	lastRead.tag = null
}

const currentTag = (): string => requestContext().language ?? lastRead.tag ?? DEFAULT_TAG

/** The messages of the page or response being made, in the language that the read of the settings has noted. */
export const messages = (): Messages => messagesOf(currentTag())

/** A duration in words; texts use it with the number of their `Retry-After` header. */
export function waitingTime(seconds: number, tag = currentTag()): string {
	const { count, unit } = roundedWait(seconds)
	return messagesOf(tag).refusals[unit](count)
}

/** Language of the interface of the page or response being made. */
export const currentLanguage = (): Language => catalogueOf(currentTag())

/** Language tag of the interface of the page being made: its `<html lang>`. */
export const pageLanguage = (): string => interfaceTag(currentTag())

/** Items with the separators of the interface's language between them. */
export const listed = <T>(items: readonly T[]): (string | T)[] => listOf(pageLanguage(), items)
