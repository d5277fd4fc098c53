import styles from '@/components/articles/foot.module.css'
import { StoryLink } from '@/components/articles/story-link'
import type { SeriesPart, SeriesPlace } from '@/domain/series/series'
import { messages } from '@/lib/messages/messages'

/** The line above a story: its series and part. */
export function SeriesLine({ place: { slug, name, part, last } }: { place: SeriesPlace }) {
	const words = messages().lists
	return (
		<p dir="auto">
			<a href={`/series/${slug}`}>{name}</a>
			<bdi>{words.afterName(words.part(part, last))}</bdi>
		</p>
	)
}

/** The box below a story: the parts before and after it. */
export function SeriesBox({ place }: { place: SeriesPlace }) {
	const { slug, name, part, last, previous, next } = place
	const words = messages().lists
	return (
		<nav className={styles.more} aria-label={words.series}>
			<p className={styles.label} dir="auto">
				<a href={`/series/${slug}`}>{name}</a>
				<bdi>{words.afterName(words.part(part, last))}</bdi>
			</p>
			{(previous || next) && (
				<ul>
					{previous && <Part part={previous} before={words.partBefore(previous.part)} />}
					{next && <Part part={next} before={words.partAfter(next.part)} />}
				</ul>
			)}
		</nav>
	)
}

const Part = ({ part, before }: { part: SeriesPart; before: string }) => (
	<li>
		{before}
		<StoryLink story={part} />
	</li>
)
