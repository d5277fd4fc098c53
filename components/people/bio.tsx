import type { JSX, ReactNode } from 'react'
import type { Byline } from '@/domain/articles/views'
import type { Inline, Text } from '@/domain/body/document'
import { outsideRel } from './profile-links'

type Author = Pick<Byline, 'bio' | 'callToAction' | 'endorsed'>

/** Biography and call to action on one line. */
export function Bio({ author: { bio, callToAction, endorsed } }: { author: Author }): JSX.Element {
	const rel = outsideRel(endorsed)
	return (
		<>
			{bio.map((node, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: inline nodes have no identifier and are never reordered.
				<Node key={index} node={node} rel={rel} />
			))}
			{bio.length > 0 && callToAction && ' '}
			{callToAction && (
				<a href={callToAction.url} rel={rel}>
					{callToAction.label}
				</a>
			)}
		</>
	)
}

const Node = ({ node, rel }: { node: Inline; rel: string }): ReactNode =>
	node.type === 'hardBreak' ? ' ' : (node.marks ?? []).reduceRight(marked(rel), node.text as ReactNode)

const marked =
	(rel: string) =>
	(inner: ReactNode, mark: NonNullable<Text['marks']>[number]): ReactNode => {
		if (mark.type === 'bold') return <strong>{inner}</strong>
		if (mark.type === 'italic') return <em>{inner}</em>
		return (
			<a href={mark.attrs.href} rel={rel}>
				{inner}
			</a>
		)
	}
