import { eq, inArray } from 'drizzle-orm'
import {
	type IndexClause,
	type IndexPhrase,
	type IndexQuery,
	type Queryable,
	readDb,
	wordsWithPrefix,
} from '@/db'
import { people, sections } from '@/db/schema'
import { matchesAt, type Phrase, type SearchQuery } from '@/lib/search-query'
import { wordsOf } from '@/lib/words'
import { bylinedIds } from '../articles/live-uses'
import { authorWord, sectionWord } from './filter-words'

/** Longer words that one word stands for; FTS5 merges the texts of all of them before the first result. */
const EXPANSIONS_MAX = 48
/** Authors that one phrase of a query stands for. */
const AUTHORS_MAX = 20

/** The names of all authors, as words. */
export type AuthorNames = { id: string; words: { word: string }[] }[]

/** The people in bylines, found by one search of the index of bylines a person. */
export async function authorNames(on: Queryable = readDb()): Promise<AuthorNames> {
	const rows = await on
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(inArray(people.id, bylinedIds()))
	return rows.map(({ id, name }) => ({ id, words: wordsOf(name).map((word) => ({ word })) }))
}

/**
 * The clauses of a query: each phrase stands for longer words, and for the authors of that name. `expand`: looks longer
 * words up in the vocabulary of published texts, which takes less time than a search by beginning.
 */
export async function clausesOf(
	query: SearchQuery,
	authors: AuthorNames,
	{ expand = true } = {},
): Promise<IndexQuery> {
	const clauseOf = async (phrase: Phrase): Promise<IndexClause> => [
		...(expand ? await expanded(phrase, readDb()) : [phrase]),
		...namedAuthors(phrase, authors),
	]
	const [all, none] = await Promise.all(
		[query.wanted, query.unwanted].map((phrases) => Promise.all(phrases.map(clauseOf))),
	)
	return { all: all ?? [], none: (none ?? []).flat() }
}

async function expanded(phrase: Phrase, on: Queryable): Promise<IndexPhrase[]> {
	const [last] = phrase.words.slice(-1)
	if (!phrase.prefix || last === undefined) return [phrase]
	const longer = await wordsWithPrefix(on, last, EXPANSIONS_MAX + 1)
	// A fragment such as `ma` means all longer words; a whole word of many, such as `man`, its shortest ones.
	if (longer.length > EXPANSIONS_MAX && !longer.includes(last)) return [phrase]
	const before = phrase.words.slice(0, -1)
	const words = new Set([last, ...longer.slice(0, EXPANSIONS_MAX)])
	return [...words].map((word) => ({ words: [...before, word], prefix: false }))
}

export const authorsNamed = (phrase: Phrase, authors: AuthorNames): string[] =>
	authors
		.filter(({ words }) => words.some((_, index) => matchesAt(words, index, phrase)))
		.slice(0, AUTHORS_MAX)
		.map(({ id }) => id)

const namedAuthors = (phrase: Phrase, authors: AuthorNames): IndexPhrase[] =>
	authorsNamed(phrase, authors).map((id) => wordPhrase(authorWord(id)))

export const wordPhrase = (word: string): IndexPhrase => ({ words: [word], prefix: false })

/** The clause of a section and of the sections merged into it: revisions name the one of their save. */
export async function sectionClause(id: number): Promise<IndexClause> {
	const merged = await readDb()
		.select({ id: sections.id })
		.from(sections)
		.where(eq(sections.mergedIntoId, id))
	return [id, ...merged.map((section) => section.id)].map((each) => wordPhrase(sectionWord(each)))
}
