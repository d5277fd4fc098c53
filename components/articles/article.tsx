import type { ReactNode } from 'react'
import { DateTime } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import { Figure } from '@/components/photos/figure'
import type { ArticleView } from '@/domain/articles/views'
import type { CorrectionView } from '@/domain/corrections'
import type { SiteSettings } from '@/domain/settings'
import { listed, messages } from '@/lib/messages/messages'
import { AboutAuthors } from './about-authors'
import styles from './article.module.css'
import { Body } from './body'
import { bodyDirection } from './body-direction'
import { Corrections } from './corrections'
import { ChangesLink } from './history/changes-link'
import { ReadTimeLine } from './read-time'
import { Share } from './share'
import { Sources } from './sources'
import { Tags } from './tags'

type Props = {
	article: ArticleView
	settings: SiteSettings
	corrections?: CorrectionView[]
	/** Number of changes since the first publication. */
	changes?: number
	/** Absolute URL of the story, for the share links and for printed pages. */
	address?: string
	/** Elements between paragraphs, such as advertisements. */
	inserts?: ReadonlyMap<number, ReactNode>
	/** Reader responses below the story: moods, rating, comments. */
	children?: ReactNode
}

/**
 * A story: date, lead picture, headline, then the body. Reader modes keep the element with most paragraphs
 * and drop every footer, so the lead picture is inside that element.
 */
export function Article(props: Props) {
	const { article, settings, corrections = [], changes = 0, address, inserts, children } = props
	const { hero, bylines, standfirst } = article
	return (
		<article className={styles.article}>
			<Dateline article={article} settings={settings} />
			<div className={styles.body} dir={bodyDirection(article.body)}>
				{hero && (
					<div className={styles.hero}>
						<Figure photo={hero} placement="hero" priority />
					</div>
				)}
				<h1 className={styles.headline} dir="auto">
					{article.headline}
				</h1>
				<footer className={styles.facts}>
					<p className={styles.meta}>
						<bdi>
							<ReadTimeLine time={article.readTime} wording={settings.readTimeWording} />
						</bdi>
					</p>
					{bylines.length > 0 && <Byline bylines={bylines} />}
				</footer>
				<Corrections corrections={corrections} placement="top" locale={settings} />
				{standfirst && (
					<p className={styles.standfirst} dir="auto">
						{standfirst}
					</p>
				)}
				<Body body={article.body} photos={article.photos} inserts={inserts} />
			</div>
			<Corrections corrections={corrections} placement="foot" locale={settings} />
			<ChangesLink slug={article.slug} changes={changes} />
			<footer>
				<Tags tags={article.tags} />
				<Sources sources={article.sources} label={settings.sourceLabel} />
				{address && <Share headline={article.headline} address={address} />}
				<AboutAuthors bylines={bylines} title={settings.aboutAuthorTitle} />
			</footer>
			{children}
		</article>
	)
}

function Dateline({ article, settings }: Pick<Props, 'article' | 'settings'>) {
	const { section, kicker, publishedAt, updatedAt, hero } = article
	const aboveWidePicture = hero !== null && hero.width >= hero.height
	return (
		<div className={`${styles.dateline} ${aboveWidePicture ? styles.wide : ''}`.trimEnd()}>
			{section && (
				<p className={styles.kicker} dir="auto">
					<a href={`/sections/${section.slug}`}>{section.name}</a>
				</p>
			)}
			{kicker && <p dir="auto">{kicker}</p>}
			<p>
				<DateTime at={publishedAt} locale={settings} />
			</p>
			{updatedAt && (
				<p>
					{phrase(messages().article.updated(<DateTime at={updatedAt} locale={settings} style="minute" />))}
				</p>
			)}
		</div>
	)
}

function Byline({ bylines }: Pick<ArticleView, 'bylines'>) {
	const names = bylines.map(({ slug, name }) => (
		<a key={slug} rel="author" href={`/people/${slug}`} dir="auto">
			{name}
		</a>
	))
	return (
		<p className={styles.byline}>
			<bdi>{phrase(messages().article.by(phrase(listed(names))))}</bdi>
		</p>
	)
}
