import { BODY_VERSION, type BodyDocument } from '@/domain/body/document'
import { parseBody } from '@/domain/body/validate'

/** A selection as positions in the editor's document. */
export type Selection = { from: number; to: number }

/** The editor's initial document: as typed, including the white space that normalization removes. */
export type PlacedBody = { content: Node[]; selection: Selection }

type Node = { type: string; text?: string; content?: Node[] }

/** Marks an end of the selection during parsing: a noncharacter is neither white space nor syntax. */
const MARK = '\uFDD0'

/** Block syntax before the caret, still without text. */
const BARE_SYNTAX = /(?:^|\n)[ \t]*(?:#{1,6}|>{1,2}|[-*•]|\d{1,3}[.)])[ \t]+$/
const BLANK_LINE = /^[ \t]*(?:\n|$)/

/**
 * Converts a body and a selection of its Markdown to the editor's document. A mark inside Markdown syntax
 * would parse as a different body; the selection then collapses to the end of its line, as in a text that
 * contains the mark itself.
 * @param body the parsed `text`
 * @param read parses a text; throws for a text that no body can hold
 */
export function placedBody(
	text: string,
	{ from, to }: Selection,
	body: BodyDocument,
	read: (text: string) => BodyDocument,
): PlacedBody {
	const start = text.slice(0, from)
	const marked = text.includes(MARK)
		? null
		: orNull(() => read(start + MARK + text.slice(from, to) + MARK + text.slice(to)).content)
	if (marked) {
		const ends: number[] = []
		const content = withoutMarks(marked, 0, ends)
		const [first, last] = ends
		const holds = (BARE_SYNTAX.test(start) && BLANK_LINE.test(text.slice(from))) || isSameBody(content, body)
		if (first !== undefined && last !== undefined && holds)
			return { content, selection: { from: first, to: last } }
	}
	const line = text.indexOf('\n', to)
	const before = orNull(() => read(line === -1 ? text : text.slice(0, line)).content)
	const end = endOfText(before ?? body.content)
	return { content: body.content, selection: { from: end, to: end } }
}

/** Removes the marks, and adds their positions to `ends`. */
function withoutMarks(nodes: readonly Node[], start: number, ends: number[]): Node[] {
	let at = start
	return nodes.flatMap((node): Node[] => {
		const before = at
		at += sizeOf(node) - marksIn(node)
		if (node.text !== undefined) {
			const [text = '', ...rest] = node.text.split(MARK)
			let end = before + text.length
			for (const part of rest) {
				ends.push(end)
				end += part.length
			}
			return end > before ? [{ ...node, text: text + rest.join('') }] : []
		}
		return [node.content ? { ...node, content: withoutMarks(node.content, before + 1, ends) } : node]
	})
}

const marksIn = ({ text = '', content = [] }: Node): number =>
	text.split(MARK).length - 1 + content.reduce((sum, node) => sum + marksIn(node), 0)

/** Node size as ProseMirror counts: one for a character or an atom, plus two for the ends of a block. */
const sizeOf = ({ text, content }: Node): number => text?.length ?? (content ? sizeOfAll(content) + 2 : 1)

const sizeOfAll = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + sizeOf(node), 0)

/** End of the last text, or the position after a last block without text. */
function endOfText(nodes: readonly Node[]): number {
	let end = sizeOfAll(nodes)
	for (let last = nodes.at(-1); last?.content; last = last.content.at(-1)) end -= 1
	return end
}

const isSameBody = (content: Node[], body: BodyDocument): boolean =>
	JSON.stringify(orNull(() => parseBody({ version: BODY_VERSION, content }))) === JSON.stringify(body)

function orNull<T>(read: () => T): T | null {
	try {
		return read()
	} catch {
		return null
	}
}
