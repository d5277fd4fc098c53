import type { IndexClause, IndexedText, IndexField, IndexPhrase, IndexQuery } from '../search-index'

/** Weight labels of the fields; the weights of `FIELD_WEIGHTS` in this order are `RANK_WEIGHTS`. */
const LABELS: Record<IndexField, 'A' | 'B' | 'C' | 'D'> = {
	headline: 'A',
	authors: 'B',
	summary: 'C',
	body: 'D',
	captions: 'D',
	filters: 'D',
}

/** Weights of D, C, B and A for `ts_rank`, which takes at most 1: a tenth of `FIELD_WEIGHTS`. */
export const RANK_WEIGHTS = '{0.1, 0.4, 0.5, 1}'

/** Fields in order of importance, since a vector beyond its limit loses its last words. */
const FIELDS: IndexField[] = ['headline', 'authors', 'filters', 'summary', 'captions', 'body']

/** Limits of `tsvector` (postgresql.org/docs/15/textsearch-limitations.html). */
const VECTOR_BYTES_MAX = 1_000_000
const WORD_BYTES_MAX = 2_046
const POSITION_MAX = 16_383
const POSITIONS_MAX = 255

/** Bytes of a position, and of a word besides its letters. */
const POSITION_BYTES = 2
const ENTRY_BYTES = 8

/**
 * The text of a `tsvector` with the words of all fields at their positions, so that phrases are found. PostgreSQL's own
 * parser is not used, because the words are folded and split already, in any script. Positions after 16,383 are one:
 * phrases behind it are not found, their words are. A text of more than a megabyte of different words loses its end.
 */
export function vectorOf(text: IndexedText): string {
	const entries = new Map<string, string[]>()
	let bytes = 0
	let position = 0
	for (const field of FIELDS) {
		for (const word of text[field].split(' ').filter(Boolean)) {
			position = Math.min(position + 1, POSITION_MAX)
			const key = cut(word)
			const positions = entries.get(key) ?? []
			bytes += POSITION_BYTES + (positions.length > 0 ? 0 : Buffer.byteLength(key) + ENTRY_BYTES)
			if (bytes > VECTOR_BYTES_MAX) break
			if (positions.length < POSITIONS_MAX) positions.push(`${position}${LABELS[field]}`)
			entries.set(key, positions)
		}
		// No phrase goes from one field into the next.
		position = Math.min(position + 1, POSITION_MAX)
	}
	return [...entries].map(([word, positions]) => `${quoted(word)}:${positions.join()}`).join(' ')
}

/** The text of a `tsquery`. */
export function queryOf({ all, none }: IndexQuery): string {
	const wanted = all.map(anyOf).join(' & ')
	return none.length > 0 ? `(${wanted}) & !${anyOf(none)}` : wanted
}

export const anyOf = (clause: IndexClause): string => `(${clause.map(phraseOf).join(' | ')})`

const phraseOf = ({ words, prefix }: IndexPhrase): string =>
	`(${words.map((word) => quoted(cut(word))).join(' <-> ')}${prefix ? ':*' : ''})`

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** A word without the end that an index cannot hold, equally in texts and queries. */
function cut(word: string): string {
	if (word.length * 4 <= WORD_BYTES_MAX) return word
	let end = word
	while (Buffer.byteLength(end) > WORD_BYTES_MAX) end = Array.from(end).slice(0, -1).join('')
	return end
}
