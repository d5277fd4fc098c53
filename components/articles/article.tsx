import type { ReactNode } from 'react'
import { DateTime } from '@/components/layout/date-time'
import { langOf, langWithin, storyText } from '@/components/layout/lang'
import { phrase } from '@/components/layout/phrase'
import { Figure } from '@/components/photos/figure'
import { SeriesBox, SeriesLine } from '@/components/series/series-box'
import type { ArticleView } from '@/domain/articles/views'
import type { CorrectionView } from '@/domain/corrections'
import type { RelatedStory } from '@/domain/related/related'
import type { SeriesPlace } from '@/domain/series/series'
import type { SiteSettings } from '@/domain/settings'
import { ownLanguageName } from '@/lib/language-tag'
import { listed, messages } from '@/lib/messages/messages'
import { photoId, photoStagePath } from '@/lib/photo-pages'
import { AboutAuthors } from './about-authors'
import styles from './article.module.css'
import { Body } from './body'
import { bodyDirection } from './body-direction'
import { Corrections } from './corrections'
import { ChangesLink } from './history/changes-link'
import { ReadTimeLine } from './read-time'
import { Related } from './related'
import { Share } from './share'
import { Sources } from './sources'
import { Tags } from './tags'

type Props = {
	article: ArticleView
	settings: SiteSettings
	corrections?: CorrectionView[]
	/** The story's place in its series. */
	series?: SeriesPlace | null
	/** Stories related to this one. */
	related?: RelatedStory[]
	/** Number of changes since the first publication. */
	changes?: number
	/** Absolute URL of the story, for the share links and for printed pages. */
	address?: string
	/** Elements between paragraphs, such as advertisements. */
	inserts?: ReadonlyMap<number, ReactNode>
	/** Controls of the reader below the byline. */
	tools?: ReactNode
	/** Whether the photographs have pages of their own: those of a published story. */
	photoPages?: boolean
	/** Reader responses below the story: moods, rating, comments. */
	children?: ReactNode
}

/**
 * A story: date, lead picture, headline, then the body. Reader modes keep the element with most paragraphs
 * and drop every footer, so the lead picture is inside that element.
 */
export function Article(props: Props) {
	const { article, settings, corrections = [], changes = 0, address, inserts, tools, children } = props
	const { series = null, related = [] } = props
	const { hero, bylines, standfirst, slug, language, translations } = article
	return (
		<article className={styles.article}>
			<Dateline article={article} settings={settings} series={series} />
			<div className={styles.body} dir={bodyDirection(article.body)} lang={langOf(language)} data-part="body">
				{hero && (
					<div className={styles.hero}>
						<Figure
							photo={hero}
							placement="hero"
							priority
							id={props.photoPages ? photoId(1) : undefined}
							href={props.photoPages ? photoStagePath(slug, 1) : undefined}
						/>
					</div>
				)}
				<h1 className={styles.headline} dir="auto">
					{article.headline}
				</h1>
				<footer className={styles.facts} lang={langWithin(language)}>
					<p className={`${styles.meta} ${styles.readTime}`}>
						<bdi>
							<ReadTimeLine time={article.readTime} wording={settings.readTimeWording} />
						</bdi>
					</p>
					{bylines.length > 0 && <Byline bylines={bylines} />}
					{translations.length > 0 && <AlsoIn translations={translations} />}
					{tools}
				</footer>
				<Corrections corrections={corrections} placement="top" locale={settings} language={language} />
				{standfirst && (
					<p className={styles.standfirst} dir="auto">
						{standfirst}
					</p>
				)}
				<Body
					body={article.body}
					photos={article.photos}
					inserts={inserts}
					photoPages={props.photoPages ? { slug, first: hero ? 2 : 1 } : undefined}
				/>
			</div>
			<Corrections corrections={corrections} placement="foot" locale={settings} language={language} />
			<ChangesLink slug={slug} changes={changes} />
			<footer>
				{series && <SeriesBox place={series} />}
				<Tags tags={article.tags} />
				<Sources sources={article.sources} label={settings.sourceLabel} />
				{address && <Share headline={article.headline} address={address} />}
				<AboutAuthors bylines={bylines} title={settings.aboutAuthorTitle} />
				<Related stories={related} />
			</footer>
			{children}
		</article>
	)
}

function Dateline({ article, settings, series }: Pick<Props, 'article' | 'settings' | 'series'>) {
	const { section, kicker, publishedAt, updatedAt, hero, yearsOld } = article
	const aboveWidePicture = hero !== null && hero.width >= hero.height
	return (
		<div className={`${styles.dateline} ${aboveWidePicture ? styles.wide : ''}`.trimEnd()}>
			{section && (
				<p className={styles.kicker} dir="auto">
					<a href={`/sections/${section.slug}`}>{section.name}</a>
				</p>
			)}
			{kicker && <p {...storyText(article.language)}>{kicker}</p>}
			{series && <SeriesLine place={series} />}
			<p>
				<DateTime at={publishedAt} locale={settings} />
			</p>
			{updatedAt && (
				<p>
					{phrase(messages().article.updated(<DateTime at={updatedAt} locale={settings} style="minute" />))}
				</p>
			)}
			{yearsOld > 0 && <p className={styles.age}>{messages().reading.olderThan(yearsOld)}</p>}
		</div>
	)
}

/** Links to the story in other languages, each named in its own. */
function AlsoIn({ translations }: Pick<ArticleView, 'translations'>) {
	const links = translations.map(({ slug, language }) => (
		<a key={slug} rel="alternate" href={`/news/${slug}`} hrefLang={language} lang={language}>
			{ownLanguageName(language)}
		</a>
	))
	return (
		<p className={styles.meta}>
			<bdi>{phrase(messages().article.alsoIn(phrase(listed(links))))}</bdi>
		</p>
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
