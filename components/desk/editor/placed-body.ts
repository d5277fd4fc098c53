import { BODY_VERSION, type BodyDocument } from '@/domain/body/document'
import { parseBody } from '@/domain/body/validate'

/** A selection as positions in the document of the writing surface. */
export type Selection = { from: number; to: number }

/** A body as the surface starts with it: as it was typed, with the white space that the normal form has not. */
export type PlacedBody = { content: Node[]; selection: Selection }

type Node = { type: string; text?: string; content?: Node[] }

/** Stands for an end of the selection while the text is read: a noncharacter is neither white space nor a sign. */
const MARK = '\uFDD0'

/** Text before the caret that makes a block as soon as a word follows it. */
const SIGN_ALONE = /(?:^|\n)[ \t]*(?:#{1,6}|>{1,2}|[-*•]|\d{1,3}[.)])[ \t]+$/
const BLANK_LINE = /^[ \t]*(?:\n|$)/

/**
 * The body of a text, and where in it a selection of the text stands. A mark within a sign of the text form would make
 * another body of it; there the selection is at the end of its line instead.
 *
 * @param body what `text` says
 * @param read reads a text; throws where no story can hold it
 */
export function placedBody(
	text: string,
	{ from, to }: Selection,
	body: BodyDocument,
	read: (text: string) => BodyDocument,
): PlacedBody {
	const start = text.slice(0, from)
	const marked = quietly(() => read(start + MARK + text.slice(from, to) + MARK + text.slice(to)).content)
	if (marked) {
		const ends: number[] = []
		const content = withoutMarks(marked, 0, ends)
		const [first, last] = ends
		const holds = (SIGN_ALONE.test(start) && BLANK_LINE.test(text.slice(from))) || saysTheSame(content, body)
		if (first !== undefined && last !== undefined && holds)
			return { content, selection: { from: first, to: last } }
	}
	const line = text.indexOf('\n', to)
	const before = quietly(() => read(line === -1 ? text : text.slice(0, line)).content)
	const end = endOfText(before ?? body.content)
	return { content: body.content, selection: { from: end, to: end } }
}

/** Adds to `ends` where the marks stood. */
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

/** As the editor counts: a letter is one, what has no text is one, and a block has a start and an end. */
const sizeOf = ({ text, content }: Node): number => text?.length ?? (content ? sizeOfAll(content) + 2 : 1)

const sizeOfAll = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + sizeOf(node), 0)

/** The end of the last words, or the place after a last block without any. */
function endOfText(nodes: readonly Node[]): number {
	let end = sizeOfAll(nodes)
	for (let last = nodes.at(-1); last?.content; last = last.content.at(-1)) end -= 1
	return end
}

const saysTheSame = (content: Node[], body: BodyDocument): boolean =>
	JSON.stringify(quietly(() => parseBody({ version: BODY_VERSION, content }))) === JSON.stringify(body)

function quietly<T>(read: () => T): T | null {
	try {
		return read()
	} catch {
		return null
	}
}
