import type { DiscussedStory, FeltStory } from '@/domain/front-page-blocks'
import { MOOD_NAMES } from '@/lib/moods'
import styles from './front-page.module.css'

export type FromReadersProps = {
	felt: FeltStory[]
	discussed: DiscussedStory[]
	/** The rules of the blocks, in a line each. */
	rules: { felt: string; discussed: string }
}

/** Blocks filled by votes and comments, each with its rule; blocks without stories are omitted. */
export function FromReaders({ felt, discussed, rules }: FromReadersProps) {
	if (felt.length + discussed.length === 0) return null
	return (
		<div className={styles.readers}>
			{felt.length > 0 && (
				<section aria-labelledby="felt">
					<h2 id="felt">What readers feel now</h2>
					<ul>
						{felt.map(({ mood, slug, headline, percent, votes }) => (
							<li key={mood}>
								<p className={styles.mood} data-mood={mood}>
									{MOOD_NAMES[mood]} <span>{`${percent}% of ${votes} votes`}</span>
								</p>
								<h3 dir="auto">
									<a href={`/news/${slug}`}>{headline}</a>
								</h3>
							</li>
						))}
					</ul>
					<p className={styles.rule}>{rules.felt}</p>
				</section>
			)}
			{discussed.length > 0 && (
				<section aria-labelledby="discussed">
					<h2 id="discussed">Most discussed</h2>
					<ol>
						{discussed.map(({ slug, headline, comments }) => (
							<li key={slug}>
								<h3 dir="auto">
									<a href={`/news/${slug}`}>{headline}</a>
								</h3>
								<p className={styles.mood}>
									<span>{`${comments} comments`}</span>
								</p>
							</li>
						))}
					</ol>
					<p className={styles.rule}>{rules.discussed}</p>
				</section>
			)}
		</div>
	)
}
