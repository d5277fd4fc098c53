import type { Inline, Text } from '@/domain/body/document'
import { styleOf } from '@/domain/body/normalize'

/** Writes running text as Markdown; a hard break is a backslash and a line end. */
export const writeInline = (inline: readonly Inline[]): string =>
	inline.map((node, at) => (node.type === 'hardBreak' ? '\\\n' : writeText(node, inline, at))).join('')

function writeText(node: Text, inline: readonly Inline[], at: number): string {
	const { href } = styleOf(node)
	const linkOpens = href !== null && hrefOf(inline[at - 1]) !== href
	const linkCloses = href !== null && hrefOf(inline[at + 1]) !== href
	return [
		linkOpens ? '[' : '',
		togglesFrom(nextText(inline, at, -1), node),
		href === null ? escaped(node.text) : escapedLabel(node.text),
		togglesFrom(nextText(inline, at, 1), node),
		linkCloses ? `](${href})` : '',
	].join('')
}

const hrefOf = (node: Inline | undefined): string | null =>
	node?.type === 'text' ? styleOf(node).href : null

/** The next text node, across hard breaks, because bold and italic continue over them. */
function nextText(inline: readonly Inline[], at: number, step: 1 | -1): Text | undefined {
	let index = at + step
	while (inline[index]?.type === 'hardBreak') index += step
	return inline[index] as Text | undefined
}

/** The toggles of `node` that its neighbour does not have. */
function togglesFrom(neighbour: Text | undefined, node: Text): string {
	const there = styleOf(neighbour)
	const here = styleOf(node)
	return `${here.bold && !there.bold ? '**' : ''}${here.italic && !there.italic ? '*' : ''}`
}

const escapedLabel = (text: string): string => text.replace(/[\\*[\]]/g, '\\$&')

/** Outside a link, `]` is escaped only before `(`. */
const escaped = (text: string): string => text.replace(/[\\*]|\](?=\()/g, '\\$&')
