import type { Inline } from './comment-inline'
import { type Block, parseComment } from './comment-markup'

/** The words of a comment without its marks, a block a line. */
export const commentWords = (source: string): string => linesOf(parseComment(source)?.blocks ?? [])

const linesOf = (blocks: Block[]): string => blocks.map(wordsOf).join('\n')

function wordsOf(block: Block): string {
	switch (block.tag) {
		case 'p':
			return inlineWords(block.children)
		case 'blockquote':
			return linesOf(block.children)
		case 'ul':
			return block.items.map(({ children }) => linesOf(children)).join('\n')
		case 'ol':
			return block.items.map(({ number, children }) => `${number}. ${linesOf(children)}`).join('\n')
	}
}

const inlineWords = (nodes: Inline[]): string =>
	nodes
		.map((node) => {
			if (typeof node === 'string') return node
			return node.tag === 'br' ? '\n' : inlineWords(node.children)
		})
		.join('')

/** The beginning of a comment without its marks, ended between two words if it is longer than `max` characters. */
export function commentExcerpt(source: string, max: number): { text: string; isCut: boolean } {
	// Code points, so that no emoji is divided.
	const characters = [...commentWords(source).trim()]
	if (characters.length <= max) return { text: characters.join(''), isCut: false }
	const start = characters.slice(0, max).join('')
	const words = start.replace(/\s+\S*$/, '')
	return { text: `${words || start}…`, isCut: true }
}
