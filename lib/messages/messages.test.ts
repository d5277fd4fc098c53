import { describe, expect, test } from 'vitest'
import { newRequestContext, runInContext } from '../request-context'
import type { Messages } from './en'
import { formatOf } from './format'
import { catalogueOf, interfaceTag, LANGUAGES } from './languages'
import { listed, messages, messagesOf } from './messages'

type Leaf = { path: string; value: unknown }

/** The messages of a catalogue with their paths. */
function leavesOf(value: unknown, path = ''): Leaf[] {
	if (typeof value !== 'object' || value === null) return [{ path, value }]
	return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key))
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.flat().join('') : String(value))

/** Distinct values that no other text has; above 20, where each plural form names the number. */
const VALUES = [31, 42, 53, 64]
const called = (value: unknown): string =>
	textOf(typeof value === 'function' ? value(...VALUES.slice(0, value.length)) : value)

const OTHERS = LANGUAGES.filter((language) => language !== 'en')
const ENGLISH = leavesOf(messagesOf('en'))

describe.each(OTHERS)('the catalogue %s', (language) => {
	const own = leavesOf(messagesOf(language))

	test('has the messages of the English one, in the same order', () => {
		expect(own.map(({ path }) => path)).toEqual(ENGLISH.map(({ path }) => path))
	})

	test('uses the values of the English one', () => {
		for (const [index, { path, value }] of ENGLISH.entries()) {
			const [english, translated] = [called(value), called(own[index]?.value)]
			for (const each of VALUES)
				if (english.includes(String(each))) expect(translated, path).toContain(String(each))
		}
	})

	test('has no empty message', () => {
		for (const { path, value } of own) expect(called(value).trim(), path).not.toBe('')
	})
})

test('French has narrow spaces before its punctuation', () => {
	for (const { path, value } of leavesOf(messagesOf('fr')))
		expect(called(value).replaceAll('https:', ''), path).not.toMatch(
			/(^|[^\u00a0\u202f])[:;?!»]|«[^\u00a0]|…\S/,
		)
})

test('Arabic has its own punctuation', () => {
	for (const { path, value } of leavesOf(messagesOf('ar'))) expect(called(value), path).not.toMatch(/[,;?]/)
})

const COUNTED: Record<string, (words: Messages, count: number) => string> = {
	comments: ({ comments }, count) => comments.count(count),
	votes: ({ responses }, count) => responses.votes(count),
	readers: ({ responses }, count) => responses.moodNote(count, null),
	ratings: ({ responses }, count) => responses.ratingNote(count),
	minutes: ({ article }, count) => article.minutes(count),
	changes: ({ article }, count) => article.changedTimes(count),
	days: ({ comments }, count) => comments.closedAfter('X', count),
	characters: ({ islands }, count) => islands.charactersLeft(count),
}

describe.each(LANGUAGES)('plurals in %s', (language) => {
	const words = messagesOf(language)
	const format = formatOf(language)
	const rules = new Intl.PluralRules(language)

	test.each(Object.entries(COUNTED))('%s from 0 to 1000 and a million', (_, message) => {
		const formOf = new Map<string, Set<string>>()
		for (const count of [...Array(1001).keys(), 1_000_000]) {
			const text = message(words, count)
			expect(text).not.toMatch(/#|undefined|NaN/)
			if (count > 2) expect(text).toContain(format.number(count))
			const category = rules.select(count)
			const forms = formOf.get(category) ?? new Set()
			if (count > 0) formOf.set(category, forms.add(text.replace(/[\p{N}.,\s]+/gu, ' ')))
		}
		// One form a category.
		for (const [category, forms] of formOf) expect(forms.size, category).toBe(1)
	})
})

test.each([
	['en-GB', 12_345, '12,345 comments'],
	['fr', 0, '0 commentaire'],
	['fr-CA', 2_000_000, '2\u00a0000\u00a0000 de commentaires'],
	['pt', 1, '1 comentário'],
	['ar', 2, 'تعليقان'],
	['ar', 3, '3 تعليقات'],
	['ar', 11, '11 تعليقًا'],
	['ar', 100, '100 تعليق'],
	['ar-EG', 103, '١٠٣ تعليقات'],
	['sw', 7, 'Maoni 7'],
])('%s: %i is “%s”', (tag, count, text) => {
	expect(messagesOf(tag).comments.count(count)).toBe(text)
})

test('English notes state the number of readers', () => {
	const { moodNote, ratingNote } = messagesOf('en-GB').responses
	expect(moodNote(0, null)).toContain('first')
	expect(moodNote(1, null)).toBe('1 reader has answered.')
	expect(moodNote(12_345, null)).toBe('12,345 readers have answered.')
	expect(moodNote(2, 'sad')).toBe(
		'2 readers have answered. Your mood is Sad; choose it again to take it back.',
	)
	expect([0, 1, 2].map(ratingNote)).toEqual(['', 'out of 5, from 1 rating', 'out of 5, from 2 ratings'])
})

test('a language without a catalogue falls back to English', () => {
	expect(['de-DE', 'fra', 'x-fr', ''].map(catalogueOf)).toEqual(['en', 'en', 'en', 'en'])
	expect(['FR-ca', 'pt', 'ar-EG'].map(catalogueOf)).toEqual(['fr', 'pt', 'ar'])
	expect(['de-DE', 'fr-CA', 'en-XA'].map(interfaceTag)).toEqual(['en', 'fr-CA', 'en-XA'])
	expect(messagesOf('de-DE').comments.count(1_234)).toBe('1,234 comments')
})

test('a response has the language that its context notes', () => {
	const inLanguage = (language: string) =>
		runInContext({ ...newRequestContext('unknown'), language }, () => [
			messages().page.search,
			listed(['A', 'B', 'C']).join(''),
		])
	expect(inLanguage('en-GB')).toEqual(['Search', 'A, B and C'])
	expect(inLanguage('fr')).toEqual(['Rechercher', 'A, B et C'])
	expect(messages().page.search).toBe('Search')
})
