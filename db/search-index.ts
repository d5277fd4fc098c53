/** Words of a search index in direct succession; `prefix`: the last one may be the beginning of a longer word. */
export type IndexPhrase = { words: string[]; prefix: boolean }

/** Matches texts with at least one of the phrases. */
export type IndexClause = readonly IndexPhrase[]

/** Matches texts that match every clause of `all` and no phrase of `none`. */
export type IndexQuery = { all: readonly IndexClause[]; none: readonly IndexPhrase[] }

/** The index of published texts, which readers search, and that of all other newest texts, for the desk. */
export type SearchIndex = 'published' | 'drafts'

/** Fields of an indexed text, as words separated by spaces. */
export type IndexedText = Record<IndexField, string>

/** Fields with their weight in the order of matches; `filters` holds the words of section and date. */
export const FIELD_WEIGHTS = {
	headline: 10,
	summary: 4,
	body: 1,
	captions: 1,
	authors: 5,
	filters: 0,
} as const

export type IndexField = keyof typeof FIELD_WEIGHTS
