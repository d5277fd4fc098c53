import type { Block, BodyDocument, List, Quote } from '@/domain/bodies/document'
import { BODY_VERSION, LIST_NUMBER_MAX } from '@/domain/bodies/document'
import { inlineText } from '@/domain/bodies/inline-text'
import { escapedQuoteStart, escapedStart, SEPARATOR } from '@/domain/bodies/line-starts'
import { blocksOfLines } from '@/domain/bodies/text-form-reader'

/**
 * The text form of a body, for editing without scripts, for files and for pasting elsewhere. Blocks are
 * parted by blank lines. Reading what was written gives the same body again.
 */
export const textOf = (body: BodyDocument): string =>
	body.content
		.map((block, index) => {
			const parted = isList(block) && body.content[index - 1]?.type === block.type
			return parted ? `${SEPARATOR}\n\n${blockText(block)}` : blockText(block)
		})
		.join('\n\n')

/** Reads any text at all; the result is in normal form. */
export const bodyOf = (text: string): BodyDocument => ({
	version: BODY_VERSION,
	content: blocksOfLines(text.split(/\r\n?|\n/).map((line) => line.trim())),
})

/** What the help beside the text field says. */
export const TEXT_FORM_HELP: readonly { write: string; get: string }[] = [
	{ write: 'A blank line', get: 'a new paragraph' },
	{ write: '**bold** and *italic*', get: 'bold and italic' },
	{ write: '[the words](https://example.org)', get: 'a link; a page of this site as /news/…' },
	{ write: '## Heading, ### Sub-heading', get: 'headings' },
	{ write: '> The words\n> — Who said them', get: 'a quote; the second line may be left out' },
	{ write: '>> The words\n>> — Who said them', get: 'a pull quote' },
	{
		write: '- One thing\n- Another',
		get: 'a list; 1. and 2. for a numbered one, which may begin with any number up to 999',
	},
	{ write: '![Caption](photo:12)', get: 'photograph 12; without a caption it keeps its own' },
	{ write: '@[Title](https://example.org)', get: 'a link card' },
	{ write: '---', get: 'a dividing line' },
	{ write: '\\ at the end of a line', get: 'a line break within the paragraph' },
	{ write: '%%', get: 'on a line between two lists: keeps them apart' },
	{ write: '\\*, \\#, \\[', get: 'the sign itself' },
]

const isList = (block: Block): block is List => block.type === 'bulletList' || block.type === 'orderedList'

function blockText(block: Block): string {
	switch (block.type) {
		case 'paragraph':
			return escapedStart(inlineText(block.content ?? []))
		case 'heading':
			return `${'#'.repeat(block.attrs.level)} ${inlineText(block.content ?? [])}`
		case 'quote':
			return quoteText(block)
		case 'pullQuote':
			return prefixed('>>', [inlineText(block.content ?? [])], block.attrs.attribution)
		case 'bulletList':
		case 'orderedList':
			return listText(block)
		case 'figure':
			return `![${block.attrs.caption}](photo:${block.attrs.photoId})`
		case 'divider':
			return '---'
		case 'embed':
			return `@[${block.attrs.title}](${block.attrs.url})`
	}
}

const quoteText = ({ content, attrs }: Quote): string =>
	prefixed(
		'>',
		content.map((paragraph) => inlineText(paragraph.content ?? [])),
		attrs.attribution,
	)

function prefixed(prefix: string, paragraphs: string[], attribution: string): string {
	const lines = paragraphs.join('\n\n').split('\n').map(escapedQuoteStart)
	if (attribution) lines.push(`— ${attribution}`)
	return lines.map((line) => `${prefix} ${line}`.trimEnd()).join('\n')
}

function listText(list: List): string {
	const start = list.type === 'orderedList' ? (list.attrs?.start ?? 1) : null
	return list.content
		.map(({ content: [paragraph] }, index) => {
			const marker = start === null ? '-' : `${Math.min(start + index, LIST_NUMBER_MAX)}.`
			return `${marker} ${inlineText(paragraph.content ?? [])}`
		})
		.join('\n')
}
