import { storyText } from '@/components/layout/lang'
import { Picture } from '@/components/photos/picture'
import type { ArticleCard, Neighbours as Both } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import { creditLine } from '@/lib/photo-paths'
import styles from './foot.module.css'

const SIZES = '(min-width: 64rem) 28rem, (min-width: 48rem) 45vw, 92vw'

export const ADJACENT_STORIES_ID = 'more-stories'

/**
 * Links to the previous and the next story in publication order; the first and the last story have one link.
 */
export function AdjacentStories({ neighbours: { previous, next } }: { neighbours: Both }) {
	if (!previous && !next) return null
	const words = messages().article
	return (
		<nav className={styles.neighbours} id={ADJACENT_STORIES_ID} tabIndex={-1} aria-label={words.moreStories}>
			{previous && <AdjacentStory card={previous} side="previous" label={words.previous} />}
			{next && <AdjacentStory card={next} side="next" label={words.next} />}
		</nav>
	)
}

type Props = { card: ArticleCard; side: 'previous' | 'next'; label: string }

function AdjacentStory({ card: { slug, headline, hero, language }, side, label }: Props) {
	return (
		<div className={styles.neighbour} data-side={side}>
			{hero && (
				<figure>
					<Picture photo={hero} sizes={SIZES} small />
					<figcaption dir="auto">{captionOf(hero)}</figcaption>
				</figure>
			)}
			<p className={styles.label}>{label}</p>
			<p className={styles.neighbourTitle} {...storyText(language)}>
				<a rel={side === 'previous' ? 'prev' : 'next'} href={`/news/${slug}`}>
					{headline}
				</a>
			</p>
		</div>
	)
}

const captionOf = ({ caption, alt, credit }: NonNullable<ArticleCard['hero']>): string =>
	[caption || alt, creditLine(credit)].filter(Boolean).join(' ')
