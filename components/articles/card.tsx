import { DateTime, type Locale } from '@/components/layout/date-time'
import { storyText } from '@/components/layout/lang'
import { Picture } from '@/components/photos/picture'
import type { ArticleCard } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import { creditLine } from '@/lib/photo-paths'
import styles from './card.module.css'
import { shortReadTime } from './read-time'

/**
 * Prominence of a card: `lead` opens a page, `main` a section, `second` is set beside it, `plain` is a
 * headline with a line of text, `brief` a headline alone.
 */
export type Rank = 'lead' | 'main' | 'second' | 'plain' | 'brief'

type Props = {
	card: ArticleCard
	rank: Rank
	picture?: boolean
	/** Whether the standfirst is shown; by default for every rank but `brief`. */
	standfirst?: boolean
	/** Printed width of the picture, for the `sizes` attribute. */
	sizes?: string
	priority?: boolean
	/** Level of the heading above the card; the card's own heading is one level deeper. */
	under?: 1 | 2
	/** Given for lists in date order, which print the date; the front page prints none. */
	locale?: Locale
}

const COLUMN = '(min-width: 64rem) 22rem, (min-width: 48rem) 45vw, 92vw'

export function Card({ card, rank, sizes = COLUMN, priority, under = 2, locale, ...shown }: Props) {
	const { slug, headline, kicker, section, hero } = card
	const standfirst = (shown.standfirst ?? rank !== 'brief') && card.standfirst
	const Headline = under === 1 ? 'h2' : 'h3'
	const label = kicker ?? section?.name
	const text = storyText(card.language)
	return (
		<article className={`${styles.card} ${styles[rank] ?? ''}`.trimEnd()}>
			{shown.picture && hero && (
				<figure className={styles.picture}>
					<Picture photo={hero} sizes={sizes} priority={priority} small={rank === 'second'} />
					{creditLine(hero.credit) && <figcaption dir="auto">{creditLine(hero.credit)}</figcaption>}
				</figure>
			)}
			<div className={styles.words}>
				{label && rank !== 'brief' && (
					<p className={styles.kicker} dir="auto" lang={kicker ? text.lang : undefined}>
						{label}
					</p>
				)}
				<Headline className={styles.headline} {...text}>
					<a href={`/news/${slug}`}>{headline}</a>
				</Headline>
				{standfirst && (
					<p className={styles.standfirst} {...text}>
						{standfirst}
					</p>
				)}
				<p className={styles.meta}>
					{locale && (
						<span>
							<DateTime at={card.publishedAt} locale={locale} />
						</span>
					)}
					{metaOf(card, rank).map((fact) => [
						' ',
						<span key={fact}>
							<bdi>{fact}</bdi>
						</span>,
					])}
				</p>
			</div>
		</article>
	)
}

function metaOf({ bylines, readTime, comments, section, mood, yearsOld }: ArticleCard, rank: Rank): string[] {
	const names = bylines.map(({ name }) => name).join(', ')
	const facts =
		rank === 'brief'
			? [section?.name, shortReadTime(readTime)]
			: [
					names,
					shortReadTime(readTime),
					comments > 0 && messages().comments.count(comments),
					mood && moodWords(mood),
				]
	const age = yearsOld > 0 && messages().reading.yearsOld(yearsOld)
	return [age, ...facts].flatMap((fact) => fact || [])
}

function moodWords({ mood, percent, votes }: NonNullable<ArticleCard['mood']>): string {
	const { responses, article } = messages()
	return `${responses.moods[mood]} ${article.shareOfVotes(percent, votes)}`
}

/** The card without its section's name, for lists under a heading of that name. */
export const withoutSection = (card: ArticleCard): ArticleCard => ({ ...card, section: null })
