import type { Block, BodyDocument, Inline, PullQuote, Quote } from '@/domain/body/document'
import { type Direction, directionOfText } from '@/lib/direction'

/** Number of blocks sampled to find the direction of a body. */
const BLOCKS = 20

/** Text direction of a body, which may differ from the site's; undefined for a body without letters. */
export const bodyDirection = ({ content }: BodyDocument): Direction | undefined =>
	directionOfText(content.slice(0, BLOCKS).map(textOfBlock).join(' '))

/** Text direction of a quotation, which may be in another language than the story. */
export const quoteDirection = (quote: Quote | PullQuote): Direction | undefined =>
	directionOfText(textOfBlock(quote))

function textOfBlock(block: Block): string {
	switch (block.type) {
		case 'paragraph':
		case 'heading':
		case 'pullQuote':
			return letters(block.content)
		case 'quote':
			return block.content.map(({ content }) => letters(content)).join(' ')
		case 'bulletList':
		case 'orderedList':
			return block.content.map(({ content: [paragraph] }) => letters(paragraph.content)).join(' ')
		case 'figure':
		case 'divider':
		case 'embed':
			return ''
	}
}

const letters = (inline: readonly Inline[] = []): string =>
	inline.map((node) => (node.type === 'text' ? node.text : ' ')).join('')
