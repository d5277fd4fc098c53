import { Fragment, type JSX, type ReactNode } from 'react'
import type { Inline, Mark } from '@/domain/bodies/document'

type Run = { mark: Mark | undefined; inline: Inline[] }

/** Running text with its marks nested, so that a link with a bold word in it is one link. */
export function InlineText({ inline = [] }: { inline?: readonly Inline[] }): JSX.Element {
	// Pieces of text have no identity but their place, and a page once made does not change.
	return (
		<>
			{runsOf(inline).map((run, index) => (
				<Fragment key={index.toString()}>{renderRun(run)}</Fragment>
			))}
		</>
	)
}

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

function renderRun({ mark, inline }: Run): ReactNode {
	if (!mark) return inline.map(renderPlain)
	const inner = <InlineText inline={inline.map(withoutFirstMark)} />
	switch (mark.type) {
		case 'bold':
			return <strong>{inner}</strong>
		case 'italic':
			return <em>{inner}</em>
		case 'link':
			return (
				<a href={mark.attrs.href} rel="noopener">
					{inner}
				</a>
			)
	}
}

const renderPlain = (node: Inline, index: number): ReactNode =>
	node.type === 'hardBreak' ? <br key={index.toString()} /> : node.text

const withoutFirstMark = (node: Inline): Inline =>
	node.type === 'text' ? { ...node, marks: node.marks?.slice(1) } : node
