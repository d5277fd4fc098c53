import type { Database, Statement } from 'better-sqlite3'
import {
	FIELD_WEIGHTS,
	type IndexClause,
	type IndexedText,
	type IndexField,
	type IndexPhrase,
	type IndexQuery,
	type SearchIndex,
} from '../search-index'
import type { Queryable } from './connection'
import type { Tx } from './write'

/** FTS5 tables without a copy of the texts; the rowid is the id of the revision. */
const TABLES: Record<SearchIndex, string> = { published: 'search_published', drafts: 'search_drafts' }

const FIELDS = Object.keys(FIELD_WEIGHTS) as IndexField[]
const WEIGHTS = Object.values(FIELD_WEIGHTS).join(', ')

/** Greatest character, the end of a range of words with the same beginning. */
const LAST_CHARACTER = '\u{10ffff}'

const statements = new WeakMap<Database, Map<string, Statement>>()

function statement({ $client }: Pick<Queryable, '$client'>, sql: string): Statement {
	const known = statements.get($client) ?? new Map<string, Statement>()
	const made = known.get(sql) ?? $client.prepare(sql)
	statements.set($client, known.set(sql, made))
	return made
}

/** The first column of all rows. */
const column = async <T>(on: Pick<Queryable, '$client'>, sql: string, ...values: unknown[]): Promise<T[]> =>
	statement(on, sql)
		.pluck()
		.all(...values) as T[]

/** Adds the text of a revision, which must not be in the index. */
export async function addToIndex(tx: Tx, index: SearchIndex, id: number, text: IndexedText): Promise<void> {
	const columns = ['rowid', ...FIELDS]
	statement(
		tx,
		`insert into ${TABLES[index]} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
	).run(id, ...FIELDS.map((field) => text[field]))
}

/** Removes revisions from both indexes. */
export async function removeFromIndexes(tx: Tx, revisionIds: number[]): Promise<void> {
	for (const table of Object.values(TABLES))
		statement(tx, `delete from ${table} where rowid in (select value from json_each(?))`).run(
			JSON.stringify(revisionIds),
		)
}

/** Empties both indexes, also damaged ones. */
export async function clearIndexes(tx: Tx): Promise<void> {
	for (const table of Object.values(TABLES)) {
		statement(tx, `insert into ${table} (${table}) values ('delete-all')`).run()
	}
	statement(tx, 'delete from search_words').run()
}

/** @throws SqliteError of code SQLITE_CORRUPT_VTAB for a damaged index */
export async function checkIndexes(tx: Tx): Promise<void> {
	for (const table of Object.values(TABLES))
		statement(tx, `insert into ${table} (${table}) values ('integrity-check')`).run()
}

/** Ids of the matching revisions below `before`, greatest first. */
export const newestMatches = (
	on: Queryable,
	index: SearchIndex,
	query: IndexQuery,
	{ before = Number.MAX_SAFE_INTEGER, limit }: { before?: number; limit: number },
): Promise<number[]> =>
	column(
		on,
		`select rowid from ${TABLES[index]} where ${TABLES[index]} match ? and rowid < ? order by rowid desc limit ?`,
		matchOf(query),
		before,
		limit,
	)

/** Those of the given revisions that match. */
export const matchesAmong = (
	on: Queryable,
	index: SearchIndex,
	query: IndexQuery,
	revisionIds: number[],
): Promise<number[]> =>
	column(
		on,
		`select rowid from ${TABLES[index]}
		where ${TABLES[index]} match ? and rowid in (select value from json_each(?))`,
		matchOf(query),
		JSON.stringify(revisionIds),
	)

/** Number of revisions with the clause, counted up to `max`. */
export async function countMatches(
	on: Queryable,
	index: SearchIndex,
	clause: IndexClause,
	max: number,
): Promise<number> {
	const sql = `select count(*) from (select 1 from ${TABLES[index]} where ${TABLES[index]} match ? limit ?)`
	const [count] = await column<number>(on, sql, matchOf({ all: [clause], none: [] }), max)
	return count ?? 0
}

export type RankedMatch = { id: number; score: number }

/**
 * The revisions that match `query`, in the order of their BM25 score for the clauses of `ranked`, best first. A score
 * counts all texts with each phrase of `ranked`, so its clauses must be rare.
 */
export async function rankedMatches(
	on: Queryable,
	index: SearchIndex,
	query: IndexQuery,
	ranked: readonly IndexClause[],
): Promise<RankedMatch[]> {
	const table = TABLES[index]
	// The unary plus keeps the subquery from driving one search for each of its rows.
	const sql = `select rowid as id, bm25(${table}, ${WEIGHTS}) as score from ${table}
		where ${table} match ? and +rowid in (select rowid from ${table} where ${table} match ?)
		order by score, rowid desc`
	return statement(on, sql).all(matchOf({ all: ranked, none: [] }), matchOf(query)) as RankedMatch[]
}

/** Those of the words that a text of the index has. */
export const wordsInIndex = (
	on: Queryable,
	index: SearchIndex,
	words: readonly string[],
): Promise<string[]> =>
	column(
		on,
		`select value from json_each(?) where exists
		(select 1 from ${TABLES[index]} where ${TABLES[index]} match '"' || value || '"')`,
		JSON.stringify(words),
	)

/** The match expression of FTS5. Words hold letters, digits and marks only, and are quoted in any case. */
function matchOf({ all, none }: IndexQuery): string {
	const wanted = all.map(anyOf).join(' AND ')
	return none.length > 0 ? `(${wanted}) NOT ${anyOf(none)}` : wanted
}

const anyOf = (clause: IndexClause): string => `(${clause.map(phraseOf).join(' OR ')})`

const phraseOf = ({ words, prefix }: IndexPhrase): string =>
	`"${words.join(' ').replaceAll('"', '')}"${prefix ? ' *' : ''}`

/** Adds to the vocabulary of published texts. */
export const addWords = async (tx: Tx, words: Iterable<string>): Promise<void> =>
	void statement(
		tx,
		'insert into search_words (word) select value from json_each(?) where true on conflict do nothing',
	).run(JSON.stringify([...words]))

/** Words of the vocabulary with this beginning, the shortest first. */
export const wordsWithPrefix = (on: Queryable, prefix: string, limit: number): Promise<string[]> =>
	column(
		on,
		'select word from search_words where word >= ? and word < ? order by length(word), word limit ?',
		prefix,
		prefix + LAST_CHARACTER,
		limit,
	)

/** Words of the vocabulary with this beginning and between two lengths, in characters. */
export const wordsOfLength = (
	on: Queryable,
	prefix: string,
	[from, to]: readonly [number, number],
	limit: number,
): Promise<string[]> =>
	column(
		on,
		'select word from search_words where word >= ? and word < ? and length(word) between ? and ? limit ?',
		prefix,
		prefix + LAST_CHARACTER,
		from,
		to,
		limit,
	)

/** The first letters of the vocabulary, each found by one search of the table's index. */
export const firstLetters = (on: Queryable, limit: number): Promise<string[]> =>
	column(
		on,
		`with recursive letters (letter) as (
			select substr(min(word), 1, 1) from search_words
			union all
			select (select substr(min(word), 1, 1) from search_words where word > letter || ?)
			from letters where letter is not null
		)
		select letter from letters where letter is not null limit ?`,
		LAST_CHARACTER,
		limit,
	)

/** Those of the words that are in the vocabulary. */
export const knownWords = (on: Queryable, given: readonly string[]): Promise<string[]> =>
	column(
		on,
		'select word from search_words where word in (select value from json_each(?))',
		JSON.stringify(given),
	)

/** Words of the vocabulary after `after`, in order. */
export const wordsAfter = (on: Queryable, after: string, limit: number): Promise<string[]> =>
	column(on, 'select word from search_words where word > ? order by word limit ?', after, limit)

export const removeWords = async (tx: Tx, unused: readonly string[]): Promise<void> =>
	void statement(tx, 'delete from search_words where word in (select value from json_each(?))').run(
		JSON.stringify(unused),
	)

/** All ids of an index. */
export const indexedIds = (on: Queryable, index: SearchIndex): Promise<number[]> =>
	column(on, `select id from ${TABLES[index]}_docsize`)
