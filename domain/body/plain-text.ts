import type { Block, BodyDocument, Figure, Inline } from '@/domain/body/document'

/** The text of a body in reading order, for counting and searching; blocks are separated by line ends. */
export const plainText = (body: BodyDocument, captionOf: (figure: Figure) => string): string =>
	body.content
		.flatMap((block) => wordsOf(block, captionOf))
		.filter(Boolean)
		.join('\n')

/** Ids of the photographs in the body's figures, without duplicates, in order of first appearance. */
export const photoIdsOf = (body: BodyDocument): number[] => [
	...new Set(body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs.photoId] : []))),
]

function wordsOf(block: Block, captionOf: (figure: Figure) => string): string[] {
	switch (block.type) {
		case 'paragraph':
		case 'heading':
			return [inlineWords(block.content)]
		case 'quote':
			return [...block.content.map((paragraph) => inlineWords(paragraph.content)), block.attrs.attribution]
		case 'pullQuote':
			return [inlineWords(block.content), block.attrs.attribution]
		case 'bulletList':
		case 'orderedList':
			return block.content.map(({ content: [paragraph] }) => inlineWords(paragraph.content))
		case 'figure':
			return [captionOf(block)]
		case 'embed':
			return [block.attrs.title]
		case 'divider':
			return []
	}
}

export const inlineWords = (inline: readonly Inline[] = []): string =>
	inline.map((node) => (node.type === 'hardBreak' ? '\n' : node.text)).join('')
