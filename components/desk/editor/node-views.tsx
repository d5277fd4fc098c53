import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import type { JSX } from 'react'
import { photoPath } from '@/lib/photo-paths'
import { LineField } from './line-field'
import { usePhotos } from './photos-context'
import styles from './surface.module.css'

export function QuoteView(props: NodeViewProps): JSX.Element {
	return (
		<NodeViewWrapper className={styles.quote}>
			<NodeViewContent<'blockquote'> as="blockquote" />
			<LineField block={props} attribute="attribution" label="Who said it (may be left empty)" />
		</NodeViewWrapper>
	)
}

export function PullQuoteView(props: NodeViewProps): JSX.Element {
	return (
		<NodeViewWrapper as="aside" className={styles.pullQuote}>
			<NodeViewContent />
			<LineField block={props} attribute="attribution" label="Who said it (may be left empty)" />
		</NodeViewWrapper>
	)
}

export function FigureView(props: NodeViewProps): JSX.Element {
	const photo = usePhotos().photos.find(({ id }) => id === props.node.attrs.photoId)
	return (
		<NodeViewWrapper as="figure" className={styles.figure} data-selected={props.selected || undefined}>
			{photo ? (
				<img
					src={photoPath(photo.hash, photo.widths[0] ?? photo.width, 'webp')}
					width={photo.width}
					height={photo.height}
					alt={photo.alt}
					data-drag-handle=""
				/>
			) : (
				<p className={styles.missing}>
					Photograph {props.node.attrs.photoId} was removed, or is not in the photo desk’s list.
				</p>
			)}
			<LineField
				block={props}
				attribute="caption"
				label="Caption"
				placeholder={photo?.caption || 'Caption'}
			/>
			{photo && (
				<p className={styles.credit} dir="auto">
					{photo.credit}
				</p>
			)}
			<RemoveButton block={props} name="photograph" />
		</NodeViewWrapper>
	)
}

export function EmbedView(props: NodeViewProps): JSX.Element {
	return (
		<NodeViewWrapper className={styles.embed} data-selected={props.selected || undefined}>
			<LineField block={props} attribute="title" label="Title of the linked page" />
			<p className={styles.credit}>{props.node.attrs.url}</p>
			<RemoveButton block={props} name="link card" />
		</NodeViewWrapper>
	)
}

const RemoveButton = ({ block, name }: { block: NodeViewProps; name: string }): JSX.Element => (
	<button type="button" className={styles.remove} onClick={() => block.deleteNode()}>
		Remove <span className={styles.hidden}>{name}</span>
	</button>
)
