import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { IndexClause, IndexedText, IndexQuery, SearchIndex } from '../search-index'
import type { Queryable } from '../sqlite/connection'
import type { RankedMatch } from '../sqlite/search-index'
import type { Tx } from '../sqlite/write'
import { anyOf, queryOf, RANK_WEIGHTS, vectorOf } from './search-vector'

/** Tables with the id of the revision and its words. */
const TABLES: Record<SearchIndex, string> = { published: 'search_published', drafts: 'search_drafts' }

/** Greatest character, the end of the words with the same beginning. */
const LAST_CHARACTER = '\u{10ffff}'

type On = Pick<Queryable, '$client'>

async function rows<Row>({ $client }: On, text: string, ...values: unknown[]): Promise<Row[]> {
	const name = `search_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
	const client = $client as unknown as ClientBase
	return (await client.query({ name, text }, values)).rows as Row[]
}

/** The column `value` of all rows. */
const column = async <T>(on: On, text: string, ...values: unknown[]): Promise<T[]> =>
	(await rows<{ value: T }>(on, text, ...values)).map(({ value }) => value)

/** Adds the text of a revision, which must not be in the index. */
export async function addToIndex(tx: Tx, index: SearchIndex, id: number, text: IndexedText): Promise<void> {
	await rows(tx, `insert into ${TABLES[index]} (id, words) values ($1, $2::tsvector)`, id, vectorOf(text))
}

/** Removes revisions from both indexes. */
export async function removeFromIndexes(tx: Tx, revisionIds: number[]): Promise<void> {
	for (const table of Object.values(TABLES))
		await rows(tx, `delete from ${table} where id = any($1::bigint[])`, revisionIds)
}

/** Empties both indexes. */
export async function clearIndexes(tx: Tx): Promise<void> {
	for (const table of [...Object.values(TABLES), 'search_words']) await rows(tx, `delete from ${table}`)
}

/** PostgreSQL keeps the index with its tables, and finds its damage itself. */
export async function checkIndexes(_tx: Tx): Promise<void> {}

/** Ids of the matching revisions below `before`, greatest first. */
export const newestMatches = (
	on: Queryable,
	index: SearchIndex,
	query: IndexQuery,
	{ before = Number.MAX_SAFE_INTEGER, limit }: { before?: number; limit: number },
): Promise<number[]> =>
	column(
		on,
		`select id as value from ${TABLES[index]} where words @@ $1::tsquery and id < $2 order by id desc limit $3`,
		queryOf(query),
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
		`select id as value from ${TABLES[index]} where words @@ $1::tsquery and id = any($2::bigint[])`,
		queryOf(query),
		revisionIds,
	)

/** Number of revisions with the clause, counted up to `max`. */
export async function countMatches(
	on: Queryable,
	index: SearchIndex,
	clause: IndexClause,
	max: number,
): Promise<number> {
	const text = `select count(*) as value from
		(select 1 from ${TABLES[index]} where words @@ $1::tsquery limit $2) as matches`
	const [count] = await column<number>(on, text, anyOf(clause), max)
	return count ?? 0
}

/**
 * The revisions that match `query`, best first: the sum, over the clauses of `ranked`, of the clause's rank in the
 * text times its rarity, both as in BM25: `ln(1 + (N - n + 0.5) / (n + 0.5))` for n of N texts (Robertson and
 * Zaragoza, The Probabilistic Relevance Framework, 2009), with the N of the planner's statistics. Negative, since the
 * least score is the best.
 */
export const rankedMatches = (
	on: Queryable,
	index: SearchIndex,
	query: IndexQuery,
	ranked: readonly IndexClause[],
): Promise<RankedMatch[]> =>
	rows(
		on,
		`with texts as (
			select greatest(reltuples, 0) as number from pg_class where oid = '${TABLES[index]}'::regclass
		), counted as (
			select clause::tsquery as clause,
				(select count(*) from ${TABLES[index]} where words @@ clause::tsquery) as number
			from unnest($2::text[]) as clause
		), clauses as materialized (
			select clause, ln(1 + (greatest(texts.number, counted.number) - counted.number + 0.5) / (counted.number + 0.5)) as rarity
			from counted, texts
		)
		select id, -sum(rarity * ts_rank('${RANK_WEIGHTS}', words, clause, 1)) as score
		from ${TABLES[index]}, clauses where words @@ $1::tsquery group by id order by score, id desc`,
		queryOf(query),
		ranked.map(anyOf),
	)

/** Those of the words that a text of the index has. */
export const wordsInIndex = (
	on: Queryable,
	index: SearchIndex,
	words: readonly string[],
): Promise<string[]> =>
	column(
		on,
		`select word as value from unnest($1::text[], $2::text[]) as given (word, query)
		where exists (select 1 from ${TABLES[index]} where words @@ query::tsquery)`,
		words,
		words.map((word) => anyOf([{ words: [word], prefix: false }])),
	)

/** Adds to the vocabulary of published texts. */
export async function addWords(tx: Tx, words: Iterable<string>): Promise<void> {
	// In order, so that two processes never wait for each other's words.
	const sorted = [...words].sort()
	const text = 'insert into search_words (word) select unnest($1::text[]) on conflict do nothing'
	await rows(tx, text, sorted)
}

/** Words of the vocabulary with this beginning, the shortest first. */
export const wordsWithPrefix = (on: Queryable, prefix: string, limit: number): Promise<string[]> =>
	column(
		on,
		`select word as value from search_words where word >= $1 and word < $2
		order by length(word), word limit $3`,
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
		`select word as value from search_words
		where word >= $1 and word < $2 and length(word) between $3 and $4 limit $5`,
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
			select left(min(word), 1) from search_words
			union all
			select (select left(min(word), 1) from search_words where word > letter || $1)
			from letters where letter is not null
		)
		select letter as value from letters where letter is not null limit $2`,
		LAST_CHARACTER,
		limit,
	)

/** Those of the words that are in the vocabulary. */
export const knownWords = (on: Queryable, given: readonly string[]): Promise<string[]> =>
	column(on, 'select word as value from search_words where word = any($1::text[])', given)

/** Words of the vocabulary after `after`, in order. */
export const wordsAfter = (on: Queryable, after: string, limit: number): Promise<string[]> =>
	column(on, 'select word as value from search_words where word > $1 order by word limit $2', after, limit)

export const removeWords = async (tx: Tx, unused: readonly string[]): Promise<void> =>
	void (await rows(tx, 'delete from search_words where word = any($1::text[])', unused))

/** All ids of an index. */
export const indexedIds = (on: Queryable, index: SearchIndex): Promise<number[]> =>
	column(on, `select id as value from ${TABLES[index]}`)
