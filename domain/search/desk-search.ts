import { eq } from 'drizzle-orm'
import { type IndexClause, matchesAmong, newestMatches, readDb, type SearchIndex } from '@/db'
import { people } from '@/db/schema'
import { parseQuery } from '@/lib/search-query'
import { sectionAt } from '../articles/section-address'
import { authorNames, clausesOf, sectionClause, wordPhrase } from './clauses'
import { authorWord } from './filter-words'

/** The desk searches the newest revision of each story, which is in one of the indexes. */
const INDEXES: SearchIndex[] = ['published', 'drafts']

/** A search at the desk; both functions return ids of revisions, also of older, published ones. */
export type DeskSearch = {
	/** Matches below `before`, greatest first. */
	newest: (before: number, limit: number) => Promise<number[]>
	/** Those of the given revisions that match. */
	among: (ids: number[]) => Promise<Set<number>>
}

/** All words, or their beginnings, must match; null for an empty query. Without a word nothing matches. */
export async function deskSearch(
	typed: string,
	filter: { section?: string; author?: string } = {},
): Promise<DeskSearch | null> {
	if (!typed.trim()) return null
	const query = await clausesOf(parseQuery(typed, { prefixes: true }), await authorNames(), { expand: false })
	if (query.all.length === 0) return { newest: async () => [], among: async () => new Set() }
	const narrowed = { ...query, all: [...query.all, ...(await filterClauses(filter))] }
	return {
		newest: async (before, limit) => {
			const found = await inEach((index) => newestMatches(readDb(), index, narrowed, { before, limit }))
			return found.sort((one, other) => other - one).slice(0, limit)
		},
		among: async (ids) => new Set(await inEach((index) => matchesAmong(readDb(), index, query, ids))),
	}
}

const inEach = async (find: (index: SearchIndex) => Promise<number[]>): Promise<number[]> =>
	(await Promise.all(INDEXES.map(find))).flat()

/** The filters that the index knows; the list's condition checks them too. */
async function filterClauses({
	section,
	author,
}: {
	section?: string
	author?: string
}): Promise<IndexClause[]> {
	const clauses: IndexClause[] = []
	const found = section ? await sectionAt(section) : null
	if (found) clauses.push(await sectionClause(found.id))
	const [person] = author
		? await readDb().select({ id: people.id }).from(people).where(eq(people.slug, author))
		: []
	if (person) clauses.push([wordPhrase(authorWord(person.id))])
	return clauses
}
