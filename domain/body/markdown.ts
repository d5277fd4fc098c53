import { escapedQuoteStart, escapedStart, SEPARATOR } from '@/domain/body/block-syntax'
import type { Block, BodyDocument, List, Quote } from '@/domain/body/document'
import { BODY_VERSION, LIST_NUMBER_MAX } from '@/domain/body/document'
import { parseBlocks } from '@/domain/body/parse-blocks'
import { writeInline } from '@/domain/body/write-inline'

/**
 * Writes a body as Markdown (a small dialect), for editing without scripts, for files and for pasting
 * elsewhere. Blocks are separated by blank lines. `parseMarkdown` restores the same body.
 */
export const toMarkdown = (body: BodyDocument): string =>
	body.content
		.map((block, index) => {
			const parted = isList(block) && body.content[index - 1]?.type === block.type
			return parted ? `${SEPARATOR}\n\n${writeBlock(block)}` : writeBlock(block)
		})
		.join('\n\n')

/** Parses any text; the result is in normal form. */
export const parseMarkdown = (text: string): BodyDocument => ({
	version: BODY_VERSION,
	content: parseBlocks(text.split(/\r\n?|\n/).map((line) => line.trim())),
})

/** The syntax help beside the text field. */
export const MARKDOWN_HELP: readonly { write: string; get: string }[] = [
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

function writeBlock(block: Block): string {
	switch (block.type) {
		case 'paragraph':
			return escapedStart(writeInline(block.content ?? []))
		case 'heading':
			return `${'#'.repeat(block.attrs.level)} ${writeInline(block.content ?? [])}`
		case 'quote':
			return writeQuote(block)
		case 'pullQuote':
			return prefixed('>>', [writeInline(block.content ?? [])], block.attrs.attribution)
		case 'bulletList':
		case 'orderedList':
			return writeList(block)
		case 'figure':
			return `![${block.attrs.caption}](photo:${block.attrs.photoId})`
		case 'divider':
			return '---'
		case 'embed':
			return `@[${block.attrs.title}](${block.attrs.url})`
	}
}

const writeQuote = ({ content, attrs }: Quote): string =>
	prefixed(
		'>',
		content.map((paragraph) => writeInline(paragraph.content ?? [])),
		attrs.attribution,
	)

function prefixed(prefix: string, paragraphs: string[], attribution: string): string {
	const lines = paragraphs.join('\n\n').split('\n').map(escapedQuoteStart)
	if (attribution) lines.push(`— ${attribution}`)
	return lines.map((line) => `${prefix} ${line}`.trimEnd()).join('\n')
}

function writeList(list: List): string {
	const start = list.type === 'orderedList' ? (list.attrs?.start ?? 1) : null
	return list.content
		.map(({ content: [paragraph] }, index) => {
			const marker = start === null ? '-' : `${Math.min(start + index, LIST_NUMBER_MAX)}.`
			return `${marker} ${writeInline(paragraph.content ?? [])}`
		})
		.join('\n')
}
