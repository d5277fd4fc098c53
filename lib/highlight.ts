import { matchesAt, type SearchQuery } from './search-query'
import { type IndexWord, rangesOfWords } from './words'

/** A part of a text; `hit`: found by the search. */
export type TextPart = { text: string; hit: boolean }

type Range = { start: number; end: number }

/** Length of an excerpt in characters: about three lines. */
const EXCERPT_LENGTH = 220
/** Characters before the first hit. */
const LEAD_LENGTH = 60
/** Characters of a text in which an excerpt is looked for. */
const SEARCHED_LENGTH = 60_000

/** The text in parts, with the words of the query as hits. */
export const highlight = (text: string, query: SearchQuery): TextPart[] =>
	partsOf(text, hitsIn(text, query).ranges)

/** The part of the paragraphs that has most of the query's phrases, in parts; empty without a hit. */
export function excerptOf(paragraphs: readonly string[], query: SearchQuery): TextPart[] {
	let best: { text: string; ranges: Range[]; phrases: number } | null = null
	let length = 0
	for (const text of paragraphs) {
		const { ranges, phrases } = hitsIn(text, query)
		if (phrases > (best?.phrases ?? 0)) best = { text, ranges, phrases }
		length += text.length
		if (best?.phrases === query.wanted.length || length > SEARCHED_LENGTH) break
	}
	return best ? cutAround(best.text, best.ranges) : []
}

function hitsIn(text: string, { wanted }: SearchQuery): { ranges: Range[]; phrases: number } {
	const words = rangesOfWords(text.slice(0, SEARCHED_LENGTH))
	const found = new Set<number>()
	const ranges: Range[] = []
	for (let index = 0; index < words.length; index += 1)
		for (const [number, phrase] of wanted.entries())
			if (matchesAt(words, index, phrase)) {
				found.add(number)
				ranges.push(rangeOf(words, index, phrase.words.length))
			}
	return { ranges: merged(ranges), phrases: found.size }
}

const rangeOf = (words: readonly IndexWord[], index: number, length: number): Range => ({
	start: words[index]?.start ?? 0,
	end: words[index + length - 1]?.end ?? 0,
})

/** Ranges by their start; overlapping ones are joined. */
function merged(ranges: Range[]): Range[] {
	const joined: Range[] = []
	for (const { start, end } of ranges) {
		const last = joined.at(-1)
		if (last && start < last.end) last.end = Math.max(last.end, end)
		else joined.push({ start, end })
	}
	return joined
}

function cutAround(text: string, ranges: Range[]): TextPart[] {
	const first = ranges[0]?.start ?? 0
	const from = first <= LEAD_LENGTH ? 0 : wordStart(text, first - LEAD_LENGTH, first)
	const to = text.length - from <= EXCERPT_LENGTH ? text.length : wordEnd(text, from + EXCERPT_LENGTH, ranges)
	const shown = ranges
		.filter(({ end }) => end <= to)
		.map(({ start, end }) => ({ start: start - from, end: end - from }))
	const parts = partsOf(text.slice(from, to), shown)
	if (from > 0) parts.unshift({ text: '… ', hit: false })
	if (to < text.length) parts.push({ text: ' …', hit: false })
	return parts
}

function wordStart(text: string, from: number, before: number): number {
	const space = text.slice(from, before).search(/\s/)
	if (space >= 0) return from + space + 1
	return isLowSurrogate(text, from) ? from - 1 : from
}

/** The end of the last whole word before `to`, and not inside of a hit. */
function wordEnd(text: string, to: number, ranges: Range[]): number {
	const space = text.lastIndexOf(' ', to)
	const end = space > to - LEAD_LENGTH ? space : to - (isLowSurrogate(text, to) ? 1 : 0)
	return Math.max(end, ...ranges.filter(({ start }) => start < end).map((range) => range.end))
}

const isLowSurrogate = (text: string, index: number): boolean =>
	/^[\udc00-\udfff]/.test(text.slice(index, index + 1))

function partsOf(text: string, ranges: Range[]): TextPart[] {
	const parts: TextPart[] = []
	let at = 0
	for (const { start, end } of ranges) {
		if (start > at) parts.push({ text: text.slice(at, start), hit: false })
		parts.push({ text: text.slice(start, end), hit: true })
		at = end
	}
	if (at < text.length) parts.push({ text: text.slice(at), hit: false })
	return parts
}
