import { Fragment, type JSX, type ReactNode } from 'react'
import { InlineText } from '@/components/articles/inline-text'
import { Figure } from '@/components/photos/figure'
import type { PhotoView } from '@/domain/articles/views'
import type { Block, BodyDocument, Embed, List, Paragraph, PullQuote, Quote } from '@/domain/body/document'
import { photoId, photoStagePath } from '@/lib/photo-pages'
import styles from './body.module.css'
import { quoteDirection } from './body-direction'

type Photos = Record<number, PhotoView>
type Props = {
	body: BodyDocument
	photos: Photos
	/** Elements that follow a paragraph, by its number from 1. */
	inserts?: ReadonlyMap<number, ReactNode> | undefined
	/** Places of the figures among the photographs of a story, which have pages of their own. */
	photoPages?: PhotoPages | undefined
}

/** `first` is the number of the first figure. */
type PhotoPages = { slug: string; first: number }

/**
 * Renders the body of a story, one element a block. A figure whose photo is missing from `photos` renders
 * null.
 */
export function Body({ body, photos, inserts, photoPages }: Props): JSX.Element {
	let paragraphs = 0
	let figures = 0
	return (
		<>
			{body.content.map((block, index) => {
				if (block.type === 'paragraph') paragraphs += 1
				const insert = block.type === 'paragraph' && inserts?.get(paragraphs)
				if (block.type === 'figure' && photos[block.attrs.photoId]) figures += 1
				const place = photoPages && { slug: photoPages.slug, number: photoPages.first + figures - 1 }
				const node = renderBlock(block, photos, place)
				return withKey(index, insert ? [node, withKey(-1, insert)] : node)
			})}
		</>
	)
}

/** Index keys: blocks have no identifier, and a rendered body is never reordered. */
const withKey = (index: number, node: ReactNode): JSX.Element => <Fragment key={index}>{node}</Fragment>

/** Number of a figure among the photographs of the story. */
type Place = { slug: string; number: number }

function renderBlock(block: Block, photos: Photos, place: Place | undefined): ReactNode {
	switch (block.type) {
		case 'paragraph':
			return (
				<p>
					<InlineText inline={block.content} />
				</p>
			)
		case 'heading':
			return block.attrs.level === 2 ? (
				<h2>
					<InlineText inline={block.content} />
				</h2>
			) : (
				<h3>
					<InlineText inline={block.content} />
				</h3>
			)
		case 'quote':
			return renderQuote(block)
		case 'pullQuote':
			return renderPullQuote(block)
		case 'bulletList':
			return <ul className={styles.list}>{renderItems(block)}</ul>
		case 'orderedList':
			return (
				<ol className={styles.list} start={block.attrs?.start}>
					{renderItems(block)}
				</ol>
			)
		case 'figure':
			return renderFigure(photos[block.attrs.photoId], block.attrs.caption, place)
		case 'divider':
			return <hr className={styles.divider} />
		case 'embed':
			return renderEmbed(block)
	}
}

function renderQuote(block: Quote): ReactNode {
	const { content, attrs } = block
	const quote = (
		<blockquote dir={quoteDirection(block)}>
			{content.map((paragraph, index) => withKey(index, renderParagraph(paragraph)))}
		</blockquote>
	)
	return (
		<figure className={styles.quote}>
			{quote}
			{attrs.attribution && (
				<figcaption className={styles.attribution} dir="auto">
					{attrs.attribution}
				</figcaption>
			)}
		</figure>
	)
}

const renderParagraph = ({ content }: Paragraph): ReactNode => (
	<p>
		<InlineText inline={content} />
	</p>
)

const renderPullQuote = (block: PullQuote): ReactNode => (
	<aside className={styles.pullQuote}>
		<p dir={quoteDirection(block)}>
			<InlineText inline={block.content} />
		</p>
		{block.attrs.attribution && (
			<p className={styles.attribution} dir="auto">
				{block.attrs.attribution}
			</p>
		)}
	</aside>
)

const renderItems = ({ content }: List): ReactNode =>
	content.map(({ content: [paragraph] }, index) =>
		withKey(
			index,
			<li>
				<InlineText inline={paragraph.content} />
			</li>,
		),
	)

const renderFigure = (photo: PhotoView | undefined, caption: string, place: Place | undefined): ReactNode =>
	photo && (
		<div className={styles.figure}>
			<Figure
				photo={photo}
				caption={caption || undefined}
				placement="inline"
				id={place && photoId(place.number)}
				href={place && photoStagePath(place.slug, place.number)}
			/>
		</div>
	)

function renderEmbed({ attrs: { url, title } }: Embed): ReactNode {
	const host = new URL(url).hostname.replace(/^www\./, '')
	return (
		<div className={styles.embed}>
			<a href={url} rel="noopener">
				<strong dir="auto">{title || host}</strong> {title && <span>{host}</span>}
			</a>
		</div>
	)
}
