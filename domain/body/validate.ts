import type { Block, BodyDocument, Inline, ListItem, Mark, Paragraph } from '@/domain/body/document'
import { BODY_VERSION, LIST_NUMBER_MAX } from '@/domain/body/document'
import { normalizeInline, normalizeLine, normalizeParagraph, orderedList } from '@/domain/body/normalize'
import { embedUrl, linkUrl } from '@/domain/body/urls'
import { cutText } from '@/lib/cut-text'
import { formatCount } from '@/lib/format-count'
import { Refusal } from '@/lib/refusal'

/** UTF-8 bytes of a body as JSON: about 150,000 words. Also the limit in characters of submitted Markdown. */
export const BODY_BYTES_MAX = 1_000_000
/** Blocks of a body: ten times those of the longest known report. */
export const BLOCKS_MAX = 2000
/**
 * Nodes of a body: all blocks, list items, line breaks, text nodes and marks. Parsing, comparing and rendering
 * one takes some 15 µs of the serving thread.
 */
export const NODES_MAX = 5000
/** Characters of a block: some ten pages; the longest paragraphs of novels have fewer. */
export const BLOCK_LENGTH_MAX = 20_000
/** Characters of a caption, title or attribution: more than the longest captions of picture agencies. */
export const LINE_LENGTH_MAX = 5000
/** Levels of lists; word processors stop at nine. */
const LIST_DEPTH_MAX = 10

/**
 * Parses a stored or submitted body, as an object or as JSON text, into normal form.
 *
 * @throws Refusal `invalid`, field `body`
 */
export function parseBody(value: unknown): BodyDocument {
	const document = recordOf(typeof value === 'string' ? parsedJson(value) : value)
	if (document.type !== 'doc' && document.version !== BODY_VERSION)
		refuse('This text was written by another version of this software and cannot be read here.')
	const blocks = nodesOf(document)
	if (blocks.length > BLOCKS_MAX)
		refuse(`A story has at most ${BLOCKS_MAX} paragraphs and other blocks. This one has ${blocks.length}.`)
	const nodes = nodesIn(blocks)
	if (nodes > NODES_MAX)
		refuse(
			`A story has at most ${formatCount(NODES_MAX)} parts: paragraphs, items of lists, line breaks and changes of style. This one has ${formatCount(nodes)}; please divide it.`,
		)
	const body: BodyDocument = { version: BODY_VERSION, content: blocks.flatMap((node) => blockOf(node) ?? []) }
	if (new TextEncoder().encode(JSON.stringify(body)).length > BODY_BYTES_MAX)
		refuse('This text is too long to be one story. Please split it.')
	return body
}

type Fields = Record<string, unknown>

/** Counts nodes down to the allowed depth; `itemsOf` refuses deeper lists. */
const nodesIn = (nodes: readonly Fields[], depth = 0): number =>
	nodes.reduce(
		(sum, node) =>
			sum +
			1 +
			listAt(node, 'marks').length +
			(depth <= 2 * LIST_DEPTH_MAX + 2 ? nodesIn(nodesOf(node), depth + 1) : 0),
		0,
	)

function blockOf(node: Fields): Block | null {
	switch (node.type) {
		case 'paragraph':
			return paragraphOf(node)
		case 'heading':
			return headingOf(node)
		case 'quote':
			return quoteOf(node)
		case 'pullQuote':
			return filled({
				type: 'pullQuote',
				attrs: { attribution: lineAt(node, 'attribution') },
				content: inlineOf(node),
			})
		case 'bulletList':
			return filled({ type: 'bulletList', content: itemsOf(node, 1) })
		case 'orderedList':
			return filled(orderedList(startOf(node), itemsOf(node, 1)))
		case 'figure':
			return figureOf(node)
		case 'divider':
			return { type: 'divider' }
		case 'embed':
			return { type: 'embed', attrs: { url: embedUrlOf(node), title: lineAt(node, 'title') } }
		default:
			return refuse(`A story cannot hold “${nameOf(node.type)}”.`)
	}
}

const filled = <B extends Block & { content: unknown[] }>(block: B): B | null =>
	block.content.length > 0 ? block : null

const paragraphOf = (node: Fields): Paragraph | null => normalizeParagraph(inlineOf(node))

function headingOf(node: Fields): Block | null {
	const { level } = attributesOf(node)
	if (level !== 2 && level !== 3) return refuse('A heading in a story is of level 2 or 3.')
	return filled({ type: 'heading', attrs: { level }, content: inlineOf(node) })
}

function quoteOf(node: Fields): Block | null {
	const content = nodesOf(node).flatMap((child) => {
		if (child.type !== 'paragraph') refuse('A quote holds paragraphs only.')
		return paragraphOf(child) ?? []
	})
	return filled({ type: 'quote', attrs: { attribution: lineAt(node, 'attribution') }, content })
}

function startOf(node: Fields): number {
	const { start = 1 } = attributesOf(node)
	if (typeof start !== 'number' || !Number.isInteger(start) || start < 0 || start > LIST_NUMBER_MAX)
		return refuse(`A numbered list begins with a number from 0 to ${LIST_NUMBER_MAX}.`)
	return start
}

/** Flattens lists: the items of an inner list follow the item that contains it. */
function itemsOf(list: Fields, depth: number): ListItem[] {
	if (depth > LIST_DEPTH_MAX) refuse('A list in this story is nested too deeply.')
	return nodesOf(list).flatMap((item) => {
		if (item.type !== 'listItem') refuse('A list holds list items only.')
		return nodesOf(item).flatMap((child): ListItem[] => {
			if (child.type === 'bulletList' || child.type === 'orderedList') return itemsOf(child, depth + 1)
			if (child.type !== 'paragraph') refuse('A list item holds plain text only.')
			const paragraph = paragraphOf(child)
			return paragraph ? [{ type: 'listItem', content: [paragraph] }] : []
		})
	})
}

function figureOf(node: Fields): Block {
	const { photoId } = attributesOf(node)
	if (typeof photoId !== 'number' || !Number.isSafeInteger(photoId) || photoId < 1)
		return refuse('A picture in this story does not say which photograph it shows.')
	return { type: 'figure', attrs: { photoId, caption: lineAt(node, 'caption') } }
}

function embedUrlOf(node: Fields): string {
	const { url } = attributesOf(node)
	return (
		(typeof url === 'string' ? embedUrl(url) : null) ??
		refuse(`“${nameOf(url)}” is not an address that a link card can show. It starts with https://.`)
	)
}

function inlineOf(node: Fields): Inline[] {
	const inline = normalizeInline(nodesOf(node).map(inlineNodeOf))
	const length = inline.reduce((sum, piece) => sum + (piece.type === 'text' ? piece.text.length : 1), 0)
	if (length > BLOCK_LENGTH_MAX) refuse(tooLong(wordsOf(inline), length))
	return inline
}

const wordsOf = (inline: readonly Inline[]): string =>
	inline.map((piece) => (piece.type === 'text' ? piece.text : ' ')).join('')

const tooLong = (text: string, length: number): string =>
	`A paragraph has at most ${formatCount(BLOCK_LENGTH_MAX)} characters. The one that begins “${beginningOf(text)} …” has ${formatCount(length)}; please divide it.`

/** The first forty graphemes. */
const beginningOf = (text: string): string =>
	/^(?:.\p{M}*(?:\u200d.\p{M}*)*){0,40}/su.exec(cutText(text, 400))?.[0].trim() ?? ''

function inlineNodeOf(node: Fields): Inline {
	if (node.type === 'hardBreak') return { type: 'hardBreak' }
	if (node.type !== 'text' || typeof node.text !== 'string')
		return refuse(`Text in a story cannot hold “${nameOf(node.type)}”.`)
	return { type: 'text', text: node.text, marks: listAt(node, 'marks').map(markOf) }
}

function markOf(mark: Fields): Mark {
	if (mark.type === 'bold' || mark.type === 'italic') return { type: mark.type }
	if (mark.type !== 'link') return refuse(`Text in a story cannot be marked as “${nameOf(mark.type)}”.`)
	const { href } = attributesOf(mark)
	const url =
		(typeof href === 'string' ? linkUrl(href) : null) ??
		refuse(
			`“${nameOf(href)}” is not an address a link can lead to. It starts with https:// or mailto:, or with / for a page of this site.`,
		)
	return { type: 'link', attrs: { href: url } }
}

const nodesOf = (node: Fields): Fields[] => listAt(node, 'content')

function listAt(node: Fields, name: string): Fields[] {
	const list = node[name] ?? []
	return Array.isArray(list) ? list.map(recordOf) : refuse('The text of this story is damaged.')
}

const attributesOf = (node: Fields): Fields => recordOf(node.attrs ?? {})

function lineAt(node: Fields, name: string): string {
	const line = attributesOf(node)[name] ?? ''
	if (typeof line !== 'string') return refuse('The text of this story is damaged.')
	const text = normalizeLine(line)
	if (text.length > LINE_LENGTH_MAX)
		refuse(
			`A caption, a title or a speaker’s name has at most ${formatCount(LINE_LENGTH_MAX)} characters. The one that begins “${beginningOf(text)} …” has ${formatCount(text.length)}.`,
		)
	return text
}

function recordOf(value: unknown): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return refuse('The text of this story is damaged.')
	return value as Fields
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return refuse('The text of this story is damaged.')
	}
}

const nameOf = (value: unknown): string => cutText(String(value), 100)

function refuse(message: string): never {
	throw new Refusal('invalid', message, 'body')
}
