import { and, eq, gte, isNotNull, isNull, lt, min, type SQL } from 'drizzle-orm'
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
import { authorNames, authorsNamed, clausesOf, sectionClause, wordPhrase } from './clauses'
import { authorWord, wordsOfRange } from './filter-words'

/** Stories with a phrase up to which it takes part in the ranking; a score reads all of them. */
const RARE_MAX = 2_000
/** Stories found at most by one search, and rounds in which the newest are looked through for a filter. */
const FOUND_MAX = 1_000
const ROUNDS_MAX = 10

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

/** The live articles that match a query, in order. */
export async function findMatches(query: SearchQuery, filter: SearchFilter = {}): Promise<Matches> {
	if (query.wanted.length === 0) return NO_MATCHES
	const authors = await authorNames()
	const clauses = clausesOf(query, authors)
	const people = filter.author ? personsNamed(filter.author, authors) : null
	const filters = await filterClauses(filter, people)
	if (!filters) return NO_MATCHES
	const wanted: IndexQuery = { all: [...clauses.all, ...filters.clauses], none: clauses.none }
	const rare = clauses.all.filter((clause) => isRare(clause))
	const live = (ids: number[]) => liveAmong(ids, and(...filters.conditions))
	return rare.length > 0 ? ranked(wanted, rare, live) : newest(wanted, live)
}

const isRare = (clause: IndexClause): boolean =>
	countMatches(readDb(), 'published', clause, RARE_MAX + 1) <= RARE_MAX

type FindLive = (ids: number[]) => Promise<Map<number, Date>>

async function ranked(wanted: IndexQuery, rare: IndexClause[], live: FindLive): Promise<Matches> {
	const found = rankedMatches(readDb(), 'published', wanted, rare)
	const shown = await live(found.map(({ id }) => id))
	const matches = found
		.filter(({ id }) => shown.has(id))
		.map(({ id, score }) => ({ revisionId: id, key: score }))
	return { matches: matches.slice(0, FOUND_MAX), order: 'relevance', isCut: matches.length > FOUND_MAX }
}

async function newest(wanted: IndexQuery, live: FindLive): Promise<Matches> {
	const shown = new Map<number, Date>()
	let last: number[] = []
	for (let round = 0; round < ROUNDS_MAX && shown.size < FOUND_MAX; round += 1) {
		last = newestMatches(readDb(), 'published', wanted, { before: last.at(-1), limit: FOUND_MAX })
		for (const [id, at] of await live(last)) shown.set(id, at)
		if (last.length < FOUND_MAX) break
	}
	const matches = [...shown]
		.map(([revisionId, at]) => ({ revisionId, key: -at.getTime() }))
		.sort((one, other) => one.key - other.key || other.revisionId - one.revisionId)
	return { matches, order: 'newest', isCut: last.length === FOUND_MAX }
}

/** The publication dates of those revisions that readers may see. */
async function liveAmong(ids: number[], where: SQL | undefined): Promise<Map<number, Date>> {
	if (ids.length === 0) return new Map()
	const rows = await readDb()
		.select({ id: articles.publishedRevisionId, publishAt: articles.publishAt })
		.from(articles)
		.where(and(inNumbers(articles.publishedRevisionId, ids), isLive(), isNull(articles.deletedAt), where))
	return new Map(rows.map(({ id, publishAt }) => [id ?? 0, publishAt ?? new Date(0)]))
}

const personsNamed = (name: string, authors: Awaited<ReturnType<typeof authorNames>>): string[] => {
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
