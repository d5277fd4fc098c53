import forms from '@/components/forms/forms.module.css'
import { Bar } from '@/components/layout/bar'
import type { RatingTally } from '@/domain/ratings'
import type { Stars } from '@/lib/moods'
import styles from './rating.module.css'
import { Star } from './star'

type Props = { slug: string; tally: RatingTally; mine: Stars | null }

export function Rating({ slug, tally, mine }: Props) {
	return (
		<section className={styles.rating} id="rating" tabIndex={-1} aria-labelledby="rating-title">
			<h2 className={styles.title} id="rating-title">
				Average Rating
			</h2>
			{tally.average !== null && <Average average={tally.average} total={tally.total} />}
			<Histogram rows={tally.rows} />
			<div className={styles.controls}>
				<StarForm slug={slug} mine={mine} />
				{mine !== null && (
					<form method="post" action={`/news/${slug}/rating`}>
						<button type="submit" className={forms.quiet} name="stars" value="withdraw">
							Withdraw my rating
						</button>
					</form>
				)}
			</div>
		</section>
	)
}

function Average({ average, total }: { average: number; total: number }) {
	return (
		<p className={styles.average}>
			<strong>{average.toFixed(1)}</strong>
			<span>
				out of 5, from {total} {total === 1 ? 'rating' : 'ratings'}
			</span>
		</p>
	)
}

function Histogram({ rows }: Pick<RatingTally, 'rows'>) {
	return (
		<ul className={styles.rows}>
			{rows.map(({ stars, percent }) => (
				<li key={stars}>
					<span>{stars} Star</span>
					<Bar percent={percent} />
					<span className={styles.percent}>{percent}%</span>
				</li>
			))}
		</ul>
	)
}

const CHOICES: Stars[] = [1, 2, 3, 4, 5]

function StarForm({ slug, mine }: Pick<Props, 'slug' | 'mine'>) {
	return (
		<form className={styles.form} method="post" action={`/news/${slug}/rating`}>
			<fieldset className={styles.choices}>
				<legend>{mine === null ? 'Your rating' : `Your rating: ${mine} of 5`}</legend>
				<div className={styles.stars}>
					{CHOICES.map((stars) => (
						<label key={stars}>
							<input type="radio" name="stars" value={stars} required defaultChecked={stars === mine} />
							<Star className={styles.star} />
							<span className={styles.hidden}>{stars === 1 ? '1 star' : `${stars} stars`}</span>
						</label>
					))}
				</div>
			</fieldset>
			<button type="submit" className={forms.button}>
				{mine === null ? 'Rate' : 'Change'}
			</button>
		</form>
	)
}
