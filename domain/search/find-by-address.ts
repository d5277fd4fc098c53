import { and, desc, eq } from 'drizzle-orm'
import { inNumbers, knownWords, readDb } from '@/db'
import { articles, revisions } from '@/db/schema'
import { editDistance } from '@/lib/edit-distance'
import { decodeSafely } from '@/lib/urls'
import { wordsOf } from '@/lib/words'
import { isLive } from '../articles/live'
import { languageOf } from '../articles/translations'
import type { StoryName } from '../articles/views'
import { storiesWithWords } from '../related/words'
import { siteSettings } from '../settings'
import { similarWords } from './suggest'

/** Characters of an address that are read, and words of it that are searched for. */
const ADDRESS_LENGTH_MAX = 200
const WORDS_MAX = 8
/** Words without a story that may be misspelt: each is compared with thousands. */
const CORRECTED_MAX = 2
/** Stories compared with the address, and shown. */
const COMPARED_MAX = 40
const SHOWN_MAX = 3
/** An address shares this part of its words with the story's at least. */
const SIMILARITY_MIN = 0.34
/** All words but the very frequent ones may tell stories apart in an address. */
const COMMON_SHARE = 0.6

/** The words of the last part of an address that has some: `/2024/05/the-bridge-opens.html` has three. */
export function wordsOfAddress(path: string): string[] {
	const parts = path.slice(0, ADDRESS_LENGTH_MAX).split('/').map(decodeSafely).reverse()
	for (const part of parts) {
		const words = wordsOf(part.replace(/\.html?$/i, '')).filter((word) => !/^\d+$/.test(word))
		if (words.length > 0) return [...new Set(words)].slice(0, WORDS_MAX)
	}
	return []
}

/** Live stories with most of the words in their addresses, also with a misspelt one. */
export async function findByAddress(words: readonly string[]): Promise<StoryName[]> {
	const weights = await storiesWithWords(readDb(), await withCorrections(words), COMMON_SHARE)
	const ids = [...weights]
		.sort(([id, weight], [other, least]) => least - weight || other - id)
		.slice(0, COMPARED_MAX)
		.map(([id]) => id)
	if (ids.length === 0) return []
	const rows = await readDb()
		.select({ slug: articles.slug, headline: revisions.headline, language: articles.language })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(inNumbers(articles.id, ids), isLive()))
		.orderBy(desc(articles.publishAt), desc(articles.id))
	const site = await siteSettings()
	return rows
		.map((row) => ({ ...row, similarity: similarity(words, wordsOf(row.slug)) }))
		.filter((row) => row.similarity >= SIMILARITY_MIN)
		.sort((one, other) => other.similarity - one.similarity)
		.slice(0, SHOWN_MAX)
		.map(({ slug, headline, language }) => ({ slug, headline, language: languageOf({ language }, site) }))
}

/** The words, and for some that no text has the most similar ones that texts have. */
async function withCorrections(words: readonly string[]): Promise<string[]> {
	const known = new Set(await knownWords(readDb(), words))
	const unknown = words.filter((word) => !known.has(word)).slice(0, CORRECTED_MAX)
	const similar = await Promise.all(unknown.map((word) => similarWords(word)))
	return [...words, ...similar.flatMap((found) => found.slice(0, 1))]
}

/** Twice the shared words by all words (Dice's coefficient); a word with one mistake is shared. */
function similarity(words: readonly string[], others: readonly string[]): number {
	const shared = words.filter((word) => others.some((other) => isAlike(word, other))).length
	return (2 * shared) / (words.length + others.length)
}

const isAlike = (word: string, other: string): boolean =>
	word === other || (word.length > 3 && editDistance(word, other, 1) <= 1)
