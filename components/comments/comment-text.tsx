import { LRUCache } from 'lru-cache'
import { createElement, type JSX, type ReactNode } from 'react'
import type { Inline } from './comment-inline'
import { type Block, type Item, parseComment } from './comment-markup'

/** A poem of 5,000 characters has 130 lines; a comment with more elements than this is made of marks. */
export const ELEMENTS_PER_COMMENT_MAX = 200
/** Some 500 comments of the longest kind. */
const CACHE_CHARACTERS_MAX = 5_000_000

type Formatted = { nodes: ReactNode[]; elements: number }

/** By the source, so that a page rendered again parses none of its comments again. */
const cache = new LRUCache<string, Formatted>({
	maxSize: CACHE_CHARACTERS_MAX,
	// An element weighs about as much as a line of text.
	sizeCalculation: ({ elements }, source) => source.length + 100 * elements + 100,
})

/** A comment in its Markdown subset. Text only ever becomes elements, never HTML. */
export function CommentText({ source, plain }: { source: string; plain?: boolean }): JSX.Element {
	const { nodes, elements } = formatted(source)
	if (plain || elements > ELEMENTS_PER_COMMENT_MAX) return <pre dir="auto">{source}</pre>
	return <>{nodes}</>
}

/** The number of elements in the comment as it is shown. */
export const elementsOf = (source: string): number => {
	const { elements } = formatted(source)
	return elements > ELEMENTS_PER_COMMENT_MAX ? 1 : elements
}

function formatted(source: string): Formatted {
	const known = cache.get(source)
	if (known) return known
	const blocks = parseComment(source)
	const elements = countBlocks(blocks)
	const nodes =
		elements > ELEMENTS_PER_COMMENT_MAX ? [] : blocks.map((block, index) => toBlock(block, index, true))
	const made = { nodes, elements }
	cache.set(source, made)
	return made
}

const sum = <T,>(list: T[], sizeOf: (each: T) => number): number =>
	list.reduce((total, each) => total + sizeOf(each), 0)

const countBlocks = (blocks: Block[]): number => sum(blocks, countBlock)

function countBlock(block: Block): number {
	if (block.tag === 'p') return 1 + countInline(block.children)
	if (block.tag === 'blockquote') return 1 + countBlocks(block.children)
	return 1 + sum(block.items, (item) => 1 + countBlocks(item.children))
}

const countInline = (nodes: Inline[]): number =>
	sum(nodes, (node) =>
		typeof node === 'string' ? 0 : 1 + ('children' in node ? countInline(node.children) : 0),
	)

/** Each outermost block has the direction of its own first letter. */
function toBlock(block: Block, key: number, outermost = false): ReactNode {
	const attributes = { key, dir: outermost ? 'auto' : undefined }
	switch (block.tag) {
		case 'p':
			return createElement('p', attributes, ...toInline(block.children))
		case 'blockquote':
			return createElement(
				'blockquote',
				attributes,
				block.children.map((child, index) => toBlock(child, index)),
			)
		case 'ul':
			return createElement(
				'ul',
				attributes,
				block.items.map((item, index) => toItem(item, index)),
			)
		case 'ol': {
			const first = block.items[0]?.number
			const start = first === 1 ? undefined : first
			return createElement('ol', { ...attributes, start }, block.items.map(toNumberedItem))
		}
	}
}

/** A number typed is the number shown. */
function toNumberedItem(item: Item, index: number, items: Item[]): ReactNode {
	const previous = items[index - 1]
	return toItem(item, index, previous && item.number !== previous.number + 1 ? item.number : undefined)
}

function toItem({ children: [first, ...rest] }: Item, key: number, value?: number): ReactNode {
	const words = first?.tag === 'p' ? toInline(first.children) : []
	return createElement('li', { key, value }, ...words, ...rest.map((block, index) => toBlock(block, index)))
}

const toInline = (nodes: Inline[]): ReactNode[] => nodes.map(toInlineNode)

function toInlineNode(node: Inline, key: number): ReactNode {
	if (typeof node === 'string') return node
	if (node.tag === 'br') return <br key={key} />
	if (node.tag !== 'a') return createElement(node.tag, { key }, ...toInline(node.children))
	return createElement(
		'a',
		{ key, href: node.href, rel: 'ugc nofollow noopener' },
		...toInline(node.children),
	)
}
