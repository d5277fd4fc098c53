import { and, eq, gte, isNotNull, isNull, lt, min, type SQL, sql } from 'drizzle-orm'
import {
	countMatches,
	type IndexClause,
	type IndexQuery,
	inNumbers,
	newestMatches,
	rankedMatches,
	readDb,
} from '@/db'
import { articles } from '@/db/schema'
import { parseQuery, type SearchQuery } from '@/lib/search-query'
import { isLive } from '../articles/live'
import { sectionAt } from '../articles/section-address'
import { type AuthorNames, authorsNamed, clausesOf, sectionClause, wordPhrase } from './clauses'
import { authorWord, wordsOfRange } from './filter-words'

/** Texts with a phrase up to which it takes part in the ranking; a score reads all of them. */
const RARE_MAX = 8_000
/** Texts that are ranked at most. */
const RANKED_MAX = 1_000
/** Stories found at most by one search, and rounds in which the newest are looked through for a filter. */
const FOUND_MAX = 500
const ROUNDS_MAX = 10
/** Matches of which one must be live for `hasMatch`. */
const TRIED_AT_ONCE = 50

/** `from` and `to` are instants; `to` is not in the range. `author` is a name or its beginnings. */
export type SearchFilter = { section?: string; author?: string; from?: Date | null; to?: Date | null }

/** A live article that matches; `key` orders the matches, ascending. */
export type Match = { revisionId: number; key: number }

export type Matches = {
	matches: Match[]
	/** Of the words alone, or of words in so many stories that the newest come first. */
	order: 'relevance' | 'newest'
	/** Whether there may be more than these. */
	isCut: boolean
}

const NO_MATCHES: Matches = { matches: [], order: 'relevance', isCut: false }

type Prepared = { wanted: IndexQuery; words: readonly IndexClause[]; live: FindLive }

/** Null if no article can match. */
async function prepare(
	query: SearchQuery,
	filter: SearchFilter,
	authors: AuthorNames,
): Promise<Prepared | null> {
	if (query.wanted.length === 0) return null
	const { all, none } = await clausesOf(query, authors)
	const filters = await filterClauses(filter, filter.author ? personsNamed(filter.author, authors) : null)
	if (!filters) return null
	const where = and(...filters.conditions)
	return {
		wanted: { all: [...all, ...filters.clauses], none },
		words: all,
		live: (ids) => liveAmong(ids, where),
	}
}

/** The live articles that match a query, in order. */
export async function findMatches(
	query: SearchQuery,
	filter: SearchFilter,
	authors: AuthorNames,
): Promise<Matches> {
	const prepared = await prepare(query, filter, authors)
	if (!prepared) return NO_MATCHES
	const { wanted, words, live } = prepared
	const found = await newestMatches(readDb(), 'published', wanted, { limit: RANKED_MAX + 1 })
	const rare = found.length > RANKED_MAX ? [] : await rareOf(words)
	return rare.length > 0 ? ranked(wanted, rare, live) : newest(wanted, live)
}

/** Whether a live article matches a query, of the newest ones that do. */
export async function hasMatch(
	query: SearchQuery,
	filter: SearchFilter,
	authors: AuthorNames,
): Promise<boolean> {
	const prepared = await prepare(query, filter, authors)
	if (!prepared) return false
	for (let before: number | undefined, round = 0; round < ROUNDS_MAX; round += 1) {
		const ids = await newestMatches(readDb(), 'published', prepared.wanted, { before, limit: TRIED_AT_ONCE })
		if ((await prepared.live(ids)).size > 0) return true
		if (ids.length < TRIED_AT_ONCE) return false
		before = ids.at(-1)
	}
	return false
}

async function rareOf(clauses: readonly IndexClause[]): Promise<IndexClause[]> {
	const counts = await Promise.all(
		clauses.map((clause) => countMatches(readDb(), 'published', clause, RARE_MAX + 1)),
	)
	return clauses.filter((_, at) => (counts[at] ?? 0) <= RARE_MAX)
}

/** The publication dates in ms of those revisions that readers may see. */
type FindLive = (ids: number[]) => Promise<Map<number, number>>

async function ranked(wanted: IndexQuery, rare: IndexClause[], live: FindLive): Promise<Matches> {
	const found = await rankedMatches(readDb(), 'published', wanted, rare)
	const shown = await live(found.map(({ id }) => id))
	const matches = found
		.filter(({ id }) => shown.has(id))
		.map(({ id, score }) => ({ revisionId: id, key: score }))
	return { matches: matches.slice(0, FOUND_MAX), order: 'relevance', isCut: matches.length > FOUND_MAX }
}

async function newest(wanted: IndexQuery, live: FindLive): Promise<Matches> {
	const shown = new Map<number, number>()
	let last: number[] = []
	for (let round = 0; round < ROUNDS_MAX && shown.size < FOUND_MAX; round += 1) {
		last = await newestMatches(readDb(), 'published', wanted, { before: last.at(-1), limit: FOUND_MAX })
		for (const [id, at] of await live(last)) shown.set(id, at)
		if (last.length < FOUND_MAX) break
	}
	const matches = [...shown]
		.map(([revisionId, at]) => ({ revisionId, key: -at }))
		.sort((one, other) => one.key - other.key || other.revisionId - one.revisionId)
	return { matches, order: 'newest', isCut: last.length === FOUND_MAX }
}

async function liveAmong(ids: number[], where: SQL | undefined): Promise<Map<number, number>> {
	if (ids.length === 0) return new Map()
	const rows = await readDb()
		.select({ id: articles.publishedRevisionId, at: sql<number>`${articles.publishAt}` })
		.from(articles)
		.where(and(inNumbers(articles.publishedRevisionId, ids), isLive(), isNull(articles.deletedAt), where))
	return new Map(rows.map(({ id, at }) => [id ?? 0, at]))
}

const personsNamed = (name: string, authors: AuthorNames): string[] => {
	const { wanted } = parseQuery(name, { prefixes: true })
	const found = wanted.map((phrase) => new Set(authorsNamed(phrase, authors)))
	return [...(found[0] ?? [])].filter((id) => found.every((ids) => ids.has(id)))
}

/** The filter as clauses of the index and as exact conditions; null if no story can pass it. */
async function filterClauses({ section, from, to }: SearchFilter, people: string[] | null) {
	const clauses: IndexClause[] = []
	const conditions: SQL[] = []
	if (section) {
		const found = await sectionAt(section)
		if (!found) return null
		clauses.push(await sectionClause(found.id))
		conditions.push(eq(articles.sectionId, found.id))
	}
	if (people) {
		if (people.length === 0) return null
		clauses.push(people.map((id) => wordPhrase(authorWord(id))))
	}
	if (from || to) {
		if (from) conditions.push(gte(articles.publishAt, from))
		if (to) conditions.push(lt(articles.publishAt, to))
		const first = from ?? (await firstPublication())
		clauses.push(wordsOfRange(first, to ?? new Date()).map(wordPhrase))
		if (clauses.at(-1)?.length === 0) return null
	}
	return { clauses, conditions }
}

async function firstPublication(): Promise<Date> {
	const [first] = await readDb()
		.select({ at: min(articles.publishAt) })
		.from(articles)
		.where(and(isNotNull(articles.publishedRevisionId), isNull(articles.withdrawnAt)))
	return first?.at ?? new Date()
}
