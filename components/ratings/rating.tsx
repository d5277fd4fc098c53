import { Fragment } from 'react'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import { UnsetChoice } from '@/components/forms/unset-choice'
import { PercentBar } from '@/components/layout/percent-bar'
import type { Stars } from '@/lib/moods'
import type { RatingTally } from '@/lib/tally'
import type { OwnRating } from '@/lib/viewer-state'
import './rating.css'
import { Star } from './star'

type Props = { slug: string; rating: OwnRating }
type FormProps = { slug: string; mine: Stars | null }

export function Rating({ slug, rating: { average, total, rows, mine, aside } }: Props) {
	const words = messages().responses
	return (
		<section className="rating" id="rating" tabIndex={-1} aria-labelledby="rating-title">
			<h2 className="rating-title" id="rating-title">
				{messages().voting.ratingTitle}
			</h2>
			{average !== null && (
				<p data-part="average">
					<strong>{words.average(average)}</strong> <span>{words.ratingNote(total)}</span>
				</p>
			)}
			<Histogram rows={rows} />
			<div className="rating-controls">
				<StarForm slug={slug} mine={mine} />
				{mine !== null && (
					<form method="post" action={`/news/${slug}/rating`} data-part="withdraw">
						<button type="submit" name="stars" value="withdraw">
							{words.withdrawRating}
						</button>
					</form>
				)}
			</div>
			{aside && <p data-part="aside">{aside}</p>}
		</section>
	)
}

function Histogram({ rows }: Pick<RatingTally, 'rows'>) {
	const { responses, voting } = messages()
	return (
		<ul className="rating-rows">
			{rows.map(({ stars, votes, percent }) => (
				<li key={stars} data-stars={stars} data-votes={votes}>
					<span>{voting.starRow(stars)}</span> <PercentBar percent={percent} />
					<span className="rating-percent" data-part="percent">
						{responses.ratingPercent(percent)}
					</span>
				</li>
			))}
		</ul>
	)
}

const CHOICES: Stars[] = [1, 2, 3, 4, 5]

/** Each radio button lies invisibly over its star; the style sheet fills the stars up to the checked one. */
function StarForm({ slug, mine }: FormProps) {
	const words = messages().responses
	return (
		<form className="rating-form" method="post" action={`/news/${slug}/rating`}>
			<fieldset className="rating-choices">
				<legend>{words.ratingLegend(mine)}</legend>
				<div className="rating-stars">
					{mine === null && <UnsetChoice name="stars" label={messages().voting.noneYet} />}
					{CHOICES.map((stars) => (
						<Fragment key={stars}>
							<input
								type="radio"
								id={`stars-${stars}`}
								name="stars"
								value={stars}
								required
								defaultChecked={stars === mine}
							/>{' '}
							<label htmlFor={`stars-${stars}`}>
								<Star className="rating-star" />
								<span className="rating-hidden">{messages().voting.stars(stars)}</span>
							</label>{' '}
						</Fragment>
					))}
				</div>
			</fieldset>
			<button type="submit" className="form-button">
				{words.rate(mine)}
			</button>
		</form>
	)
}
