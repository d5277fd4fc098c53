import { inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, revisions } from '@/db/schema'
import { excerptOf, highlight, type TextPart } from '@/lib/highlight'
import { parseQuery, type SearchQuery } from '@/lib/search-query'
import { liveCards } from '../articles/cards'
import type { ArticleCard } from '../articles/views'
import type { BodyDocument } from '../body/document'
import { plainText } from '../body/plain-text'
import { authorNames } from './clauses'
import { findMatches, hasMatch, type Match, type SearchFilter } from './find-articles'
import { captionsOf } from './indexed-text'
import { correctedQuery, similarWords, typedForm } from './suggest'

/** Results per page. */
export const RESULTS_PER_PAGE = 10

/** Words of a query for which another spelling is looked for. */
const CORRECTED_MAX = 6

/** A result with the query's words marked; `excerpt` is of the standfirst, the body or a caption. */
export type SearchResult = { card: ArticleCard; headline: TextPart[]; excerpt: TextPart[] }

export type SearchPage = {
	results: SearchResult[]
	total: number
	order: 'relevance' | 'newest'
	/** Whether more stories match than are listed. */
	isCut: boolean
	/** Cursor of the next page; null on the last one. */
	next: string | null
	/** Without a result: the same query with a word spelt as in a story that readers can see. */
	suggestion: string | null
	/** Without a result for several words: those that are found alone. */
	alone: string[]
}

/** Searches the published articles. `after` is the cursor of the page before. */
export async function searchArticles(
	typed: string,
	filter: SearchFilter = {},
	after = '',
): Promise<SearchPage | null> {
	const query = parseQuery(typed)
	if (query.wanted.length === 0) return null
	const authors = await authorNames()
	const { matches, order, isCut } = await findMatches(query, filter, authors)
	const isFound = (other: SearchQuery, narrowed = filter) => hasMatch(other, narrowed, authors)
	const start = after ? positionAfter(matches, after) : 0
	const shown = matches.slice(start, start + RESULTS_PER_PAGE)
	const last = shown.at(-1)
	const hasMore = start + shown.length < matches.length
	const isEmpty = matches.length === 0
	return {
		results: await resultsOf(shown, query),
		total: matches.length,
		order,
		isCut,
		next: hasMore && last ? cursorOf(last) : null,
		suggestion: isEmpty ? await suggestionFor(query, isFound) : null,
		alone: isEmpty && query.wanted.length > 1 ? await foundAlone(query, isFound) : [],
	}
}

const cursorOf = ({ key, revisionId }: Match): string => `${key}~${revisionId}`

/** The place after the cursor's match, also if that match is gone; the start for a malformed cursor. */
function positionAfter(matches: Match[], cursor: string): number {
	const [key = Number.NaN, id = Number.NaN] = cursor.split('~').map(Number)
	if (Number.isNaN(key) || Number.isNaN(id)) return 0
	const next = matches.findIndex((each) => each.key > key || (each.key === key && each.revisionId < id))
	return next < 0 ? matches.length : next
}

async function resultsOf(matches: Match[], query: SearchQuery): Promise<SearchResult[]> {
	const ids = matches.map(({ revisionId }) => revisionId)
	if (ids.length === 0) return []
	const cards = await liveCards({ where: inArray(articles.publishedRevisionId, ids), limit: ids.length })
	const texts = await readDb()
		.select({ id: revisions.id, articleId: revisions.articleId, body: revisions.body })
		.from(revisions)
		.where(inArray(revisions.id, ids))
	const results: SearchResult[] = []
	for (const id of ids) {
		const text = texts.find((each) => each.id === id)
		const card = cards.find((each) => each.id === text?.articleId)
		// Withdrawn since the search.
		if (!text || !card) continue
		const paragraphs = [
			...(card.standfirst ? [card.standfirst] : []),
			...plainText(text.body as BodyDocument, () => '').split('\n'),
			...(await captionsOf(id)),
		]
		const excerpt = excerptOf(paragraphs, query)
		results.push({
			card,
			headline: highlight(card.headline, query),
			excerpt: excerpt.length > 0 ? excerpt : [{ text: card.standfirst ?? '', hit: false }],
		})
	}
	return results
}

/** Whether a live article matches, with the filter of the search or another. */
type IsFound = (query: SearchQuery, filter?: SearchFilter) => Promise<boolean>

/**
 * The first similar spelling of an unknown word with which the query finds an article that readers can see, so that no
 * word of a scheduled one is told.
 */
async function suggestionFor(query: SearchQuery, isFound: IsFound): Promise<string | null> {
	const words = new Set(query.wanted.flatMap((phrase) => phrase.words))
	for (const word of [...words].slice(0, CORRECTED_MAX)) {
		if (await isFound({ wanted: [{ words: [word], prefix: false }], unwanted: [] }, {})) continue
		for (const other of await similarWords(word)) {
			const corrected = correctedQuery(query, word, other)
			if (await isFound(corrected.query)) return corrected.typed
		}
	}
	return null
}

async function foundAlone({ wanted }: SearchQuery, isFound: IsFound): Promise<string[]> {
	const found: string[] = []
	for (const phrase of wanted) {
		const query = { wanted: [phrase], unwanted: [] }
		if (await isFound(query)) found.push(typedForm(query))
	}
	return found
}
