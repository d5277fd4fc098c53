import {
	ATTRIBUTION,
	BULLET,
	DIVIDER,
	embedOf,
	endsInBreak,
	FIGURE,
	HEADING,
	interruptsItem,
	interruptsParagraph,
	NUMBERED,
	PULL_QUOTE,
	QUOTE,
	SEPARATOR,
} from '@/domain/body/block-syntax'
import { type Block, LIST_NUMBER_MAX, type ListItem } from '@/domain/body/document'
import { normalizeLine, orderedList } from '@/domain/body/normalize'
import { parseInline } from '@/domain/body/parse-inline'
import { embedUrl } from '@/domain/body/urls'

/** Parses trimmed lines into blocks; a line without block syntax is paragraph text. */
export function parseBlocks(lines: readonly string[]): Block[] {
	const parser = new BlockParser(lines)
	return parser.parse()
}

class BlockParser {
	private at = 0

	constructor(private readonly lines: readonly string[]) {}

	parse(): Block[] {
		const blocks: Block[] = []
		while (this.at < this.lines.length) {
			const line = this.lines[this.at] ?? ''
			if (line === '' || line === SEPARATOR) this.at += 1
			else blocks.push(...this.parseBlock(line))
		}
		return blocks
	}

	private parseBlock(line: string): Block[] {
		const whole = wholeLineBlock(line)
		if (whole) {
			this.at += 1
			return [whole]
		}
		if (QUOTE.test(line)) return quoteOf(this.parsePrefixed(QUOTE))
		if (PULL_QUOTE.test(line)) return pullQuoteOf(this.parsePrefixed(PULL_QUOTE))
		if (BULLET.test(line)) return filled({ type: 'bulletList', content: this.parseItems(bulletText) })
		const start = numberOf(line)
		if (start !== undefined) return filled(orderedList(start, this.parseItems(numberedText(start))))
		return this.parseText(line)
	}

	private parseText(line: string): Block[] {
		const [, hashes, title] = HEADING.exec(line) ?? []
		if (!hashes || !title)
			return filled({
				type: 'paragraph',
				content: parseInline(this.parseRunningText(line, interruptsParagraph)),
			})
		const level = hashes.length > 2 ? 3 : 2
		return filled({
			type: 'heading',
			attrs: { level },
			content: parseInline(this.parseRunningText(title, () => true)),
		})
	}

	/**
	 * Joins lines from the current one (its text is `first`): across hard breaks always, else until `endsBefore`.
	 */
	private parseRunningText(first: string, endsBefore: (line: string) => boolean): string {
		const parts = [first]
		let last = first
		this.at += 1
		for (let next = this.lines[this.at]; next; next = this.lines[this.at]) {
			const hard = endsInBreak(last)
			if (!hard && endsBefore(next)) break
			parts.push(hard ? '\n' : ' ', next)
			last = next
			this.at += 1
		}
		return parts.join('')
	}

	private parsePrefixed(prefix: RegExp): string[] {
		const inner: string[] = []
		for (
			let match = prefix.exec(this.lines[this.at] ?? '');
			match;
			match = prefix.exec(this.lines[this.at] ?? '')
		) {
			inner.push((match[1] ?? '').trim())
			this.at += 1
		}
		return inner
	}

	/** Parses the items of a list; blank lines between items are allowed. */
	private parseItems(textOf: (line: string, index: number) => string | undefined): ListItem[] {
		const items: ListItem[] = []
		for (let index = 0; ; index += 1) {
			const text = this.nextItem((line) => textOf(line, index))
			if (text === undefined) return items
			const inline = parseInline(this.parseRunningText(text, interruptsItem))
			if (inline.length > 0)
				items.push({ type: 'listItem', content: [{ type: 'paragraph', content: inline }] })
		}
	}

	private nextItem(textOf: (line: string) => string | undefined): string | undefined {
		let ahead = this.at
		while (this.lines[ahead] === '') ahead += 1
		const line = this.lines[ahead] ?? ''
		const text = DIVIDER.test(line) ? undefined : textOf(line)
		if (text !== undefined) this.at = ahead
		return text
	}
}

const bulletText = (line: string): string | undefined => BULLET.exec(line)?.[1]

function numberOf(line: string): number | undefined {
	const digits = NUMBERED.exec(line)?.[1]
	return digits === undefined ? undefined : Number(digits)
}

/** The text of an item with the next number or the first one repeated; any other number starts a new list. */
const numberedText =
	(start: number) =>
	(line: string, index: number): string | undefined => {
		const number = numberOf(line)
		const continues = number === start || number === Math.min(start + index, LIST_NUMBER_MAX)
		return continues ? NUMBERED.exec(line)?.[2] : undefined
	}

function wholeLineBlock(line: string): Block | null {
	if (DIVIDER.test(line)) return { type: 'divider' }
	const [, caption, photo] = FIGURE.exec(line) ?? []
	const photoId = Number(photo)
	if (caption !== undefined && photoId > 0)
		return { type: 'figure', attrs: { photoId, caption: normalizeLine(caption) } }
	const embed = embedOf(line)
	const url = embed && embedUrl(embed.address)
	return url ? { type: 'embed', attrs: { url, title: normalizeLine(embed.title) } } : null
}

function quoteOf(lines: string[]): Block[] {
	const { text, attribution } = withoutAttribution(lines)
	const paragraphs = paragraphsOf(text).flatMap((source) =>
		filled({ type: 'paragraph', content: parseInline(source) }),
	)
	return filled({ type: 'quote', attrs: { attribution }, content: paragraphs })
}

function pullQuoteOf(lines: string[]): Block[] {
	const { text, attribution } = withoutAttribution(lines)
	const content = parseInline(paragraphsOf(text).join(' '))
	return filled({ type: 'pullQuote', attrs: { attribution }, content })
}

/** Splits off the attribution: the last line, unless it is the only one or continues the line before. */
function withoutAttribution(lines: string[]): { text: string[]; attribution: string } {
	const end = lines.findLastIndex((line) => line !== '')
	const name = ATTRIBUTION.exec(lines[end] ?? '')?.[1]
	const before = lines.slice(0, Math.max(end, 0))
	if (name === undefined || !before.some((line) => line !== '') || endsInBreak(before.at(-1) ?? ''))
		return { text: lines, attribution: '' }
	return { text: before, attribution: normalizeLine(name) }
}

function paragraphsOf(lines: string[]): string[] {
	const paragraphs: string[] = []
	lines.forEach((line, index) => {
		const before = lines[index - 1] ?? ''
		if (line === '') return
		if (before === '') paragraphs.push(line)
		else paragraphs.push(`${paragraphs.pop()}${endsInBreak(before) ? '\n' : ' '}${line}`)
	})
	return paragraphs
}

const filled = <B extends Block & { content: unknown[] }>(block: B): B[] =>
	block.content.length > 0 ? [block] : []
