import type { BodyDocument } from '@/domain/body/document'
import type { StoryTexts } from './generate-data'
import { pick, randomFrom } from './random'

/** Distinct words, of which the commonest is one in thirty, as in newspapers (Zipf's law). */
const VOCABULARY = 60_000
const ZIPF_OFFSET = 2.7
const PARAGRAPHS = 10
const WORDS_PER_PARAGRAPH = 40
/** Share of stories in a script without spaces, and its letters. */
const UNSPACED_SHARE = 0.05
const HAN_FIRST = 0x4e00
const HAN_LETTERS = 2_500

const STARTS = 'b br c ch d dr f g gr h j k l m n p pr qu r s st t tr v w'.split(' ')
const VOWELS = 'a e i o u ai ea ou'.split(' ')
const ENDS = ['', '', 'n', 'r', 's', 'l', 't', 'm']

/** Words by rank: the first is the commonest. */
export const WORDS: readonly string[] = makeWords()

const CUMULATED = WORDS.map(() => 0)
let total = 0
for (let rank = 0; rank < WORDS.length; rank += 1) {
	total += 1 / (rank + 1 + ZIPF_OFFSET)
	CUMULATED[rank] = total
}

function makeWords(): string[] {
	const random = randomFrom(5)
	const words = new Set<string>()
	for (let tries = 0; words.size < VOCABULARY; tries += 1) {
		const parts = Array.from({ length: 1 + (tries % 4) }, () => pick(random, STARTS) + pick(random, VOWELS))
		words.add(parts.join('') + pick(random, ENDS))
	}
	return [...words]
}

/** A word, as often as its rank says. */
function word(random: () => number): string {
	const wanted = random() * total
	let [low, high] = [0, CUMULATED.length - 1]
	while (low < high) {
		const middle = (low + high) >> 1
		if ((CUMULATED[middle] ?? 0) < wanted) low = middle + 1
		else high = middle
	}
	return WORDS[low] ?? ''
}

const han = (random: () => number): string =>
	String.fromCodePoint(HAN_FIRST + Math.floor(random() ** 2 * HAN_LETTERS))

function sentence(random: () => number, words: number, unspaced: boolean): string {
	const parts = Array.from({ length: words }, () => (unspaced ? han(random) : word(random)))
	return parts.join(unspaced ? '' : ' ')
}

/** Stories of ordinary length, each with words of its own in the distribution of a language. */
export const proseTexts: StoryTexts = (random) => {
	const unspaced = random() < UNSPACED_SHARE
	const text = (words: number) => sentence(random, words, unspaced)
	const content = Array.from({ length: PARAGRAPHS }, () => ({
		type: 'paragraph' as const,
		content: [{ type: 'text' as const, text: `${text(WORDS_PER_PARAGRAPH)}.` }],
	}))
	return { headline: text(8), standfirst: text(20), body: { version: 1, content } satisfies BodyDocument }
}
