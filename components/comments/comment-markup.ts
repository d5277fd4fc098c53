import { type Budget, type Inline, parseInline } from './comment-inline'

export type Item = { number: number; children: Block[] }

export type Block =
	| { tag: 'p'; children: Inline[] }
	| { tag: 'blockquote'; children: Block[] }
	| { tag: 'ul' | 'ol'; items: Item[] }

/** Nesting limit of quotes and lists, set by the width of a phone; deeper marks stay as typed. */
const NESTING_MAX = 4

const BLANK = /^\s*$/
const QUOTE = /^ {0,3}> ?/
const QUOTE_START = /^ {0,3}>\s*\S/
/** A line of dashes, stars or underscores only is a separator, not a list. */
const SEPARATOR = /^\s*([-*_])(?:\s*\1)+\s*$/
/** List numbers have at most two digits: `2019. That was …` is a sentence. */
const ITEM = /^ {0,3}(?:[-*]|(0|[1-9]\d?)[.)])\s+(?=\S)/
const INDENTED = /^(?: {2,4}|\t)/

/**
 * Parses the Markdown subset of comments: emphasis, code, links, quotes and lists. Each rule either turns
 * marks into an element or leaves them as typed, so every word is kept, and parsing is linear. Returns null
 * for more than `elementsMax` elements.
 */
export function parseComment(
	source: string,
	elementsMax = Number.MAX_SAFE_INTEGER,
): { blocks: Block[]; elements: number } | null {
	const budget = { left: elementsMax }
	const blocks = blocksOf(source.split('\n'), 0, budget)
	return budget.left < 0 ? null : { blocks, elements: elementsMax - budget.left }
}

function blocksOf(lines: string[], depth: number, budget: Budget): Block[] {
	const blocks: Block[] = []
	let at = 0
	while (at < lines.length && budget.left >= 0) {
		const line = lines[at] ?? ''
		if (BLANK.test(line)) {
			at += 1
			continue
		}
		const nested = depth < NESTING_MAX
		const read = nested ? (readQuote(lines, at, depth, budget) ?? readList(lines, at, depth, budget)) : null
		const { block, next } = read ?? readParagraph(lines, at, depth, budget)
		blocks.push(block)
		at = next
	}
	return blocks
}

type Read = { block: Block; next: number }

function readQuote(lines: string[], start: number, depth: number, budget: Budget): Read | null {
	if (!QUOTE_START.test(lines[start] ?? '')) return null
	const next = endOf(lines, start, (line) => QUOTE.test(line))
	const inside = lines.slice(start, next).map((line) => line.replace(QUOTE, ''))
	budget.left -= 1
	return { block: { tag: 'blockquote', children: blocksOf(inside, depth + 1, budget) }, next }
}

const itemOf = (line: string): RegExpExecArray | null => (SEPARATOR.test(line) ? null : ITEM.exec(line))

function readList(lines: string[], start: number, depth: number, budget: Budget): Read | null {
	const first = itemOf(lines[start] ?? '')
	if (!first) return null
	const ordered = first[1] !== undefined
	const items: Item[] = []
	let next = start
	budget.left -= 1
	while (next < lines.length && budget.left >= 0) {
		const found = itemOf(lines[next] ?? '')
		if (!found || (found[1] !== undefined) !== ordered) break
		const end = endOf(lines, next + 1, (line) => INDENTED.test(line) && !BLANK.test(line))
		const words = (lines[next] ?? '').slice(found[0].length)
		const below = lines.slice(next + 1, end).map((line) => line.replace(INDENTED, ''))
		const opening = readParagraph([words, ...below], 0, depth + 1, budget)
		const rest = blocksOf(below.slice(opening.next - 1), depth + 1, budget)
		items.push({ number: Number(found[1] ?? 0), children: [opening.block, ...rest] })
		next = end
		const afterBlanks = endOf(lines, end, (line) => BLANK.test(line))
		if (itemOf(lines[afterBlanks] ?? '')) next = afterBlanks
	}
	return { block: { tag: ordered ? 'ol' : 'ul', items }, next }
}

function readParagraph(lines: string[], start: number, depth: number, budget: Budget): Read {
	const next = endOf(lines, start + 1, (line) => !BLANK.test(line) && !interrupts(line, depth))
	budget.left -= 1
	return { block: { tag: 'p', children: parseInline(lines.slice(start, next).join('\n'), budget) }, next }
}

/**
 * Only the number 1 interrupts a paragraph: other numbers may begin a line of a sentence ("on Friday the /
 * 13. The night …").
 */
function interrupts(line: string, depth: number): boolean {
	if (depth >= NESTING_MAX) return false
	if (QUOTE_START.test(line)) return true
	const number = itemOf(line)?.[1]
	return itemOf(line) !== null && (number === undefined || number === '1')
}

function endOf(lines: string[], start: number, belongs: (line: string) => boolean): number {
	let end = start
	while (end < lines.length && belongs(lines[end] ?? '')) end += 1
	return end
}
