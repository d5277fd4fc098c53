import type { ReactNode } from 'react'
import { DateTime } from '@/components/layout/date-time'
import { Figure } from '@/components/photos/figure'
import type { ArticleView } from '@/domain/articles/views'
import type { SiteSettings } from '@/domain/settings'
import { AboutAuthors } from './about-authors'
import styles from './article.module.css'
import { Body } from './body'
import { bodyDirection } from './body-direction'
import { ReadTimeLine } from './read-time'
import { Share } from './share'
import { Sources } from './sources'
import { Tags } from './tags'

type Props = {
	article: ArticleView
	settings: SiteSettings
	/** The story's full address, to share and for whoever holds it on paper. */
	address?: string
	/** Moods, rating, comments: what the square adds to the story. */
	children?: ReactNode
}

/**
 * A story in the order of the house: date, picture, headline, and only then the words. Reader modes keep the
 * element with most paragraphs, so the lead picture stands in it, and drop every footer.
 */
export function Article({ article, settings, address, children }: Props) {
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
				{standfirst && (
					<p className={styles.standfirst} dir="auto">
						{standfirst}
					</p>
				)}
				<Body body={article.body} photos={article.photos} />
			</div>
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
					Updated <DateTime at={updatedAt} locale={settings} style="minute" />
				</p>
			)}
		</div>
	)
}

function Byline({ bylines }: Pick<ArticleView, 'bylines'>) {
	return (
		<p className={styles.byline}>
			<bdi>
				By{' '}
				{bylines.map(({ slug, name }, index) => [
					separator(index, bylines.length),
					<a key={slug} rel="author" href={`/people/${slug}`} dir="auto">
						{name}
					</a>,
				])}
			</bdi>
		</p>
	)
}

function separator(index: number, count: number): string {
	if (index === 0) return ''
	return index === count - 1 ? ' and ' : ', '
}
