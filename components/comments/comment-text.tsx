import { LRUCache } from 'lru-cache'
import { createElement, type JSX, type ReactNode } from 'react'
import type { Inline } from './comment-inline'
import { type Block, type Item, parseComment } from './comment-markup'

/** Element limit of a formatted comment: a poem of 5,000 characters has 130 lines. */
export const ELEMENTS_PER_COMMENT_MAX = 200
/** Cache limit in characters, each element counted as 100: the comments of some 20 full pages. */
const CACHE_SIZE_MAX = 5_000_000
const ELEMENT_SIZE = 100

type Formatted = { nodes: ReactNode[]; elements: number }

/** Formatted comments by source, so that a page rendered again does not parse them again. */
const cache = new LRUCache<string, Formatted>({
	maxSize: CACHE_SIZE_MAX,
	sizeCalculation: ({ elements }, source) => source.length + ELEMENT_SIZE * (elements + 1),
})

/** A comment with its Markdown subset as React elements; HTML in the source stays text. */
export function CommentText({ source, plain }: { source: string; plain?: boolean }): JSX.Element {
	const { nodes } = formatted(source)
	if (plain || nodes.length === 0) return <pre dir="auto">{source}</pre>
	return <>{nodes}</>
}

/** Number of elements of a comment as shown; 1 for a comment shown as plain text. */
export const elementsOf = (source: string): number => formatted(source).elements

function formatted(source: string): Formatted {
	const known = cache.get(source)
	if (known) return known
	const parsed = parseComment(source, ELEMENTS_PER_COMMENT_MAX)
	const nodes = parsed?.blocks.map((block, index) => toBlock(block, index, true)) ?? []
	const made = { nodes, elements: parsed?.elements ?? 1 }
	cache.set(source, made)
	return made
}

/** Each outermost block takes the direction of its own first strong letter. */
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

/** Sets `value` where the numbering is not consecutive, so that typed numbers are the numbers shown. */
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
