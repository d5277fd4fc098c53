import type { JSX, ReactNode } from 'react'
import type { Inline, Mark } from '@/domain/body/document'

type Run = { mark: Mark | undefined; inline: Inline[] }

/** Inline text of a block. Marks are nested, so that a link with a bold word in it is one `a` element. */
export const InlineText = ({ inline = [] }: { inline?: readonly Inline[] }): JSX.Element => (
	<>{rendered(inline)}</>
)

/**
 * Plain elements instead of components and fragments: a story has thousands, and a page is rendered in one
 * task of the serving thread. Index keys: inline nodes have no identifier and are never reordered.
 */
const rendered = (inline: readonly Inline[]): ReactNode[] => runsOf(inline).flatMap(renderRun)

function runsOf(inline: readonly Inline[]): Run[] {
	const runs: Run[] = []
	for (const node of inline) {
		const mark = node.type === 'text' ? node.marks?.[0] : undefined
		const last = runs.at(-1)
		if (last && sameMark(last.mark, mark)) last.inline.push(node)
		else runs.push({ mark, inline: [node] })
	}
	return runs
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
	if (one?.type === 'link' && other?.type === 'link') return one.attrs.href === other.attrs.href
	return one?.type === other?.type
}

function renderRun({ mark, inline }: Run, index: number): ReactNode[] {
	if (!mark) return inline.map((node, place) => renderPlain(node, `${index}.${place}`))
	const inner = rendered(inline.map(withoutFirstMark))
	switch (mark.type) {
		case 'bold':
			return [<strong key={index}>{inner}</strong>]
		case 'italic':
			return [<em key={index}>{inner}</em>]
		case 'link':
			return [
				<a key={index} href={mark.attrs.href} rel="noopener">
					{inner}
				</a>,
			]
	}
}

const renderPlain = (node: Inline, key: string): ReactNode =>
	node.type === 'hardBreak' ? <br key={key} /> : node.text

const withoutFirstMark = (node: Inline): Inline =>
	node.type === 'text' ? { ...node, marks: node.marks?.slice(1) } : node
