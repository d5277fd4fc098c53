import type { Block, BodyDocument, Inline, PullQuote, Quote } from '@/domain/body/document'
import { type Direction, directionOfText } from '@/lib/direction'

/** Enough blocks of text to show the direction of the whole. */
const BLOCKS = 20

/** The direction of the text itself, which may be another than that of the site around it. */
export const bodyDirection = ({ content }: BodyDocument): Direction | undefined =>
	directionOfText(content.slice(0, BLOCKS).map(textOfBlock).join(' '))

/** A quotation may be in another language than the story. */
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
