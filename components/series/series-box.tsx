import styles from '@/components/articles/foot.module.css'
import type { SeriesPart, SeriesPlace } from '@/domain/series/series'
import { placeInWords } from './series-words'

/** The line above a story: its series and part. */
export const SeriesLine = ({ place: { slug, name, part, last } }: { place: SeriesPlace }) => (
	<p dir="auto">
		<a href={`/series/${slug}`}>{name}</a>
		<bdi>{`: ${placeInWords(part, last)}`}</bdi>
	</p>
)

/** The box below a story: the parts before and after it. */
export function SeriesBox({ place }: { place: SeriesPlace }) {
	const { slug, name, part, last, previous, next } = place
	return (
		<nav className={styles.more} aria-label="Series">
			<p className={styles.label} dir="auto">
				<a href={`/series/${slug}`}>{name}</a>
				<bdi>{`: ${placeInWords(part, last)}`}</bdi>
			</p>
			{(previous || next) && (
				<ul>
					{previous && <Part part={previous} word="Before it" />}
					{next && <Part part={next} word="Read on" />}
				</ul>
			)}
		</nav>
	)
}

const Part = ({ part: { part, slug, headline }, word }: { part: SeriesPart; word: string }) => (
	<li>
		{`${word}, part ${part}: `}
		<a href={`/news/${slug}`} dir="auto">
			{headline}
		</a>
	</li>
)
