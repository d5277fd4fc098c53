import { Failure } from '@/components/forms/failure'
import forms from '@/components/forms/forms.module.css'
import { Bar } from '@/components/layout/bar'
import type { Stars } from '@/lib/moods'
import { type RatingTally, ratingAction, ratingLegend, ratingNote } from '@/lib/tally'
import styles from './rating.module.css'
import { Star } from './star'

type Props = { slug: string; tally: RatingTally; mine: Stars | null }

/** What a script may need later (the average, the withdrawal) is there from the start, hidden. */
export function Rating({ slug, tally, mine }: Props) {
	return (
		<section className={styles.rating} id="rating" data-later tabIndex={-1} aria-labelledby="rating-title">
			<h2 className={styles.title} id="rating-title">
				Average Rating
			</h2>
			<Average average={tally.average} total={tally.total} />
			<Histogram rows={tally.rows} />
			<div className={styles.controls}>
				<StarForm slug={slug} mine={mine} />
				<form method="post" action={`/news/${slug}/rating`} data-part="withdraw" hidden={mine === null}>
					<button type="submit" className={forms.quiet} name="stars" value="withdraw">
						Withdraw my rating
					</button>
				</form>
			</div>
			<Failure />
		</section>
	)
}

function Average({ average, total }: Pick<RatingTally, 'average' | 'total'>) {
	return (
		<p className={styles.average} data-part="average" hidden={average === null}>
			<strong>{average?.toFixed(1)}</strong>
			<span>{ratingNote(total)}</span>
		</p>
	)
}

function Histogram({ rows }: Pick<RatingTally, 'rows'>) {
	return (
		<ul className={styles.rows}>
			{rows.map(({ stars, votes, percent }) => (
				<li key={stars} data-stars={stars} data-votes={votes}>
					<span>{stars} Star</span>
					<Bar percent={percent} />
					<span className={styles.percent} data-part="percent">
						{percent}%
					</span>
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
				<legend>{ratingLegend(mine)}</legend>
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
				{ratingAction(mine)}
			</button>
		</form>
	)
}
