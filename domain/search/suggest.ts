import { firstLetters, knownWords, type Queryable, readDb, wordsOfLength } from '@/db'
import { editDistance } from '@/lib/edit-distance'
import type { Phrase, SearchQuery } from '@/lib/search-query'
import { isUnspaced } from '@/lib/words'

/** Shorter words have too many neighbours to guess. */
const LENGTH_MIN = 4
/** Words from this length on may have two mistakes. */
const TWO_MISTAKES_FROM = 7
/** Vocabulary compared with one word at most. */
const COMPARED_MAX = 5_000
const LETTERS_MAX = 120
/** Suggestions for one word that are tried. */
export const CANDIDATES_MAX = 3

/** Words of the vocabulary that a misspelt word may mean, the nearest first. */
export async function similarWords(word: string, on: Queryable = readDb()): Promise<string[]> {
	const letters = Array.from(word)
	if (letters.length < LENGTH_MIN || isUnspaced(word) || /\d/.test(word)) return []
	const max = letters.length >= TWO_MISTAKES_FROM ? 2 : 1
	const sameStart = await wordsOfLength(
		on,
		letters.slice(0, 2).join(''),
		[letters.length - max, letters.length + max],
		COMPARED_MAX,
	)
	const otherStart = await knownWords(on, startsOf(letters, await firstLetters(on, LETTERS_MAX)))
	return [...new Set([...sameStart, ...otherStart])]
		.map((other) => ({ other, distance: editDistance(word, other, max) }))
		.filter(({ distance }) => distance > 0 && distance <= max)
		.sort((a, b) => a.distance - b.distance || compare(a.other, b.other))
		.slice(0, CANDIDATES_MAX)
		.map(({ other }) => other)
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1)

/** The word with each change of its first two letters, which no word with the same start has. */
function startsOf(letters: string[], alphabet: string[]): string[] {
	const [first = '', second = '', ...rest] = letters
	const tail = rest.join('')
	const changed = alphabet.flatMap((each) => [
		each + second + tail,
		each + first + second + tail,
		first + each + tail,
		first + each + second + tail,
	])
	const [third = '', ...end] = rest
	const swapped = [second + first + tail, first + third + second + end.join('')]
	return [...changed, second + tail, first + tail, ...swapped]
}

/** A query with another word in one of its phrases, and how it is typed. */
export type CorrectedQuery = { query: SearchQuery; typed: string }

/** The query with `wrong` replaced by `right`. */
export function correctedQuery(
	{ wanted, unwanted }: SearchQuery,
	wrong: string,
	right: string,
): CorrectedQuery {
	const replaced = wanted.map(({ words, prefix }) => ({
		words: words.map((word) => (word === wrong ? right : word)),
		prefix,
	}))
	const query = { wanted: replaced, unwanted }
	return { query, typed: typedForm(query) }
}

/** A query as typed. */
export function typedForm({ wanted, unwanted }: SearchQuery): string {
	return [...wanted.map(quoted), ...unwanted.map((phrase) => `-${quoted(phrase)}`)].join(' ')
}

const quoted = ({ words }: Phrase): string => (words.length > 1 ? `"${words.join(' ')}"` : (words[0] ?? ''))
