import type { Inline, ListItem, Mark, OrderedList, Paragraph, Text } from '@/domain/body/document'
import { isVisible } from '@/lib/printed-text'

/**
 * Normal form of running text: equal rendering means equal storage. Text nodes are as long as possible, marks
 * are in one order and exclude white space at their edges, and the ends have no white space or line break.
 * Idempotent.
 */
export function normalizeInline(inline: readonly Inline[]): Inline[] {
	const lines = linesOf(inline).map((line) => joined(withMarksTrimmed(cellsOf(line))))
	const first = lines.findIndex((line) => line.length > 0)
	if (first === -1) return []
	return lines
		.slice(first, lines.findLastIndex((line) => line.length > 0) + 1)
		.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' } as const, ...line]))
}

/** @returns null for an empty paragraph */
export function normalizeParagraph(inline: readonly Inline[]): Paragraph | null {
	const content = normalizeInline(inline)
	return content.length > 0 ? { type: 'paragraph', content } : null
}

/** A list that starts with 1 has no attributes. */
export const orderedList = (start: number, content: ListItem[]): OrderedList =>
	start === 1 ? { type: 'orderedList', content } : { type: 'orderedList', attrs: { start }, content }

/** Normalizes a caption, title or attribution: one line of plain text. */
export function normalizeLine(text: string): string {
	const line = clean(text).trim()
	return isVisible(line) ? line : ''
}

const UNCLEAN = /[\p{Cc}\p{Surrogate}\u2028\u2029]/u

/** Replaces line breaks and tabs by spaces; removes control characters and lone surrogates. */
function clean(text: string): string {
	if (!UNCLEAN.test(text)) return text
	return text
		.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
		.replace(/\p{Cc}/gu, '')
		.replace(/\p{Surrogate}/gu, '\uFFFD')
}

export type Style = { bold: boolean; italic: boolean; href: string | null }
type Cell = Style & { text: string }

export function styleOf(text: Text | undefined): Style {
	const style: Style = { bold: false, italic: false, href: null }
	for (const mark of text?.marks ?? []) {
		if (mark.type === 'link') style.href = mark.attrs.href
		else style[mark.type] = true
	}
	return style
}

export function styledText(text: string, { bold, italic, href }: Style): Text {
	const marks: Mark[] = []
	if (href !== null) marks.push({ type: 'link', attrs: { href } })
	if (bold) marks.push({ type: 'bold' })
	if (italic) marks.push({ type: 'italic' })
	return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

function linesOf(inline: readonly Inline[]): Text[][] {
	const lines: Text[][] = [[]]
	for (const node of inline) {
		if (node.type === 'hardBreak') lines.push([])
		else lines.at(-1)?.push(node)
	}
	return lines
}

/**
 * Splits a line into cells, which are text or gaps (white space); merged gaps keep only the marks they share.
 */
function cellsOf(line: readonly Text[]): Cell[] {
	const cells: Cell[] = []
	for (const node of line) {
		const style = styleOf(node)
		for (const text of piecesOf(clean(node.text))) {
			const last = cells.at(-1)
			const cell = { text, ...style }
			if (last && isGap(last) && isGap(cell)) cells[cells.length - 1] = shared(last, cell, last.text + text)
			else cells.push(cell)
		}
	}
	return cells
}

/** Splits into leading white space, text and trailing white space. */
function piecesOf(text: string): string[] {
	const start = text.length - text.trimStart().length
	const end = text.trimEnd().length
	if (start >= end) return text === '' ? [] : [text]
	return [text.slice(0, start), text.slice(start, end), text.slice(end)].filter((piece) => piece !== '')
}

function withMarksTrimmed(cells: readonly Cell[]): Cell[] {
	return cells.flatMap((cell, index) => {
		if (!isGap(cell)) return [cell]
		const before = cells[index - 1]
		const after = cells[index + 1]
		return before && after ? [shared(shared(before, cell, ''), after, cell.text)] : []
	})
}

const isGap = (cell: Cell): boolean => /^\s/.test(cell.text)

const shared = (one: Style, other: Style, text: string): Cell => ({
	text,
	bold: one.bold && other.bold,
	italic: one.italic && other.italic,
	href: one.href === other.href ? one.href : null,
})

function joined(cells: readonly Cell[]): Text[] {
	const joinedCells: Cell[] = []
	for (const cell of cells) {
		const last = joinedCells.at(-1)
		if (last && sameStyle(last, cell)) last.text += cell.text
		else joinedCells.push({ ...cell })
	}
	return joinedCells.map((cell) => styledText(cell.text, cell))
}

const sameStyle = (one: Style, other: Style): boolean =>
	one.bold === other.bold && one.italic === other.italic && one.href === other.href
