import type { JSX, ReactNode } from 'react'
import { bodyDirection, quoteDirection } from '@/components/articles/body-direction'
import { InlineText } from '@/components/articles/inline-text'
import { day } from '@/components/layout/date-time'
import { langOf, langWithin } from '@/components/layout/lang'
import type { ArticleView, Source } from '@/domain/articles/views'
import type { Block, Inline, List, Mark } from '@/domain/body/document'
import type { CorrectionView } from '@/domain/corrections'
import type { SiteSettings } from '@/domain/settings'
import type { CorrectionPlacement } from '@/lib/corrections'
import { messages } from '@/lib/messages/messages'
import { creditLine } from '@/lib/photo-paths'
import { absoluteUrl } from '@/lib/site-url'
import { feedPhoto } from './photo'

type Props = { article: ArticleView; corrections: CorrectionView[]; settings: SiteSettings }

/**
 * The whole text of a story for feeds: plain elements without classes, absolute addresses, and no part that differs
 * between readers. Index keys: blocks have no identifier.
 */
export function StoryHtml({ article: story, corrections, settings }: Props): JSX.Element {
	const { hero, standfirst, body, sources, language } = story
	const around = langWithin(language)
	const { article, follow } = messages()
	const notes = (placement: CorrectionPlacement) =>
		corrections
			.filter((correction) => correction.placement === placement)
			.map(({ id, kind, at, text }) => (
				<p key={id}>
					<strong lang={around}>
						{follow.correctionOn(article.correctionKinds[kind], day(at, settings))}
					</strong>{' '}
					<bdi>{text}</bdi>
				</p>
			))
	return (
		<div dir={bodyDirection(body)} lang={langOf(language)}>
			{hero && <FeedFigure photo={hero} caption="" />}
			{notes('top')}
			{standfirst && <p dir="auto">{standfirst}</p>}
			{body.content.map((block, index) => renderBlock(block, index, story))}
			{notes('foot')}
			{sources.length > 0 && <Sources sources={sources} label={settings.sourceLabel} lang={around} />}
		</div>
	)
}

function renderBlock(block: Block, key: number, { photos }: ArticleView): ReactNode {
	switch (block.type) {
		case 'paragraph':
			return <p key={key}>{inline(block.content)}</p>
		case 'heading':
			return block.attrs.level === 2 ? (
				<h2 key={key}>{inline(block.content)}</h2>
			) : (
				<h3 key={key}>{inline(block.content)}</h3>
			)
		case 'quote':
			return (
				<figure key={key}>
					<blockquote dir={quoteDirection(block)}>
						{block.content.map(({ content }, index) => renderParagraph(content, index))}
					</blockquote>
					{attribution(block.attrs.attribution)}
				</figure>
			)
		case 'pullQuote':
			return (
				<figure key={key}>
					<blockquote dir={quoteDirection(block)}>{renderParagraph(block.content, 0)}</blockquote>
					{attribution(block.attrs.attribution)}
				</figure>
			)
		case 'bulletList':
			return <ul key={key}>{items(block)}</ul>
		case 'orderedList':
			return (
				<ol key={key} start={block.attrs?.start}>
					{items(block)}
				</ol>
			)
		case 'figure': {
			const photo = photos[block.attrs.photoId]
			return photo && <FeedFigure key={key} photo={photo} caption={block.attrs.caption} />
		}
		case 'divider':
			return <hr key={key} />
		case 'embed': {
			const { url, title } = block.attrs
			return (
				<p key={key}>
					<a href={url} dir="auto">
						{title || new URL(url).hostname}
					</a>
				</p>
			)
		}
	}
}

const renderParagraph = (content: Inline[] | undefined, key: number): ReactNode => (
	<p key={key}>{inline(content)}</p>
)

const attribution = (name: string): ReactNode => name && <figcaption dir="auto">{name}</figcaption>

const items = ({ content }: List): ReactNode[] =>
	// biome-ignore lint/suspicious/noArrayIndexKey: items have no identifier and are never reordered.
	content.map(({ content: [paragraph] }, index) => <li key={index}>{inline(paragraph.content)}</li>)

/** Links in bodies may be paths of this site. */
const inline = (content: Inline[] = []): ReactNode => <InlineText inline={content.map(withAbsoluteLinks)} />

const withAbsoluteLinks = (node: Inline): Inline =>
	node.type === 'text' && node.marks ? { ...node, marks: node.marks.map(absoluteLink) } : node

const absoluteLink = (mark: Mark): Mark =>
	mark.type === 'link' ? { ...mark, attrs: { href: absoluteUrl(mark.attrs.href) } } : mark

function FeedFigure({ photo, caption }: { photo: NonNullable<ArticleView['hero']>; caption: string }) {
	const { url, width, height, alt, caption: words, credit } = feedPhoto(photo, caption)
	const line = [words, creditLine(credit)].filter(Boolean).join(' ')
	return (
		<figure>
			{/* React would write a preload link for an eager picture. */}
			<img src={url} width={width} height={height} alt={alt} loading="lazy" />
			{line && <figcaption dir="auto">{line}</figcaption>}
		</figure>
	)
}

type SourcesProps = { sources: Source[]; label: string; lang: string | undefined }

function Sources({ sources, label, lang }: SourcesProps) {
	return (
		<p lang={lang}>
			{label}:{' '}
			{sources.map(({ name, url }, index) => [
				index > 0 && ', ',
				url ? (
					<a key={name} href={url}>
						{name}
					</a>
				) : (
					name
				),
			])}
		</p>
	)
}
