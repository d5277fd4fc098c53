import { PercentBar } from '@/components/layout/percent-bar'
import { messages } from '@/lib/messages/messages'
import type { OwnMoods } from '@/lib/viewer-state'
import { Face } from './face'
import './moods.css'

type Props = { id: number; slug: string; moods: OwnMoods }

/** Mood form with a button for each mood. The chosen button withdraws the vote, any other changes it. */
export function Moods({ id, slug, moods: { rows, total, mine, aside } }: Props) {
	const words = messages().responses
	return (
		<section className="moods" id="moods" data-story={id} tabIndex={-1} aria-labelledby="moods-title">
			<h2 className="mood-title" id="moods-title">
				{messages().voting.moodsTitle}
			</h2>
			<p className="mood-note" data-part="note">
				{words.moodNote(total, mine)}
			</p>
			<form className="mood-cells" method="post" action={`/news/${slug}/moods`}>
				{rows.map(({ mood, votes, percent }) => [
					<button
						type="submit"
						className={`mood-cell mood-${mood}`}
						key={mood}
						name="mood"
						value={mood === mine ? 'withdraw' : mood}
						aria-pressed={mood === mine}
						title={words.votes(votes)}
						data-mood={mood}
						data-votes={votes}
					>
						<Face mood={mood} />
						<span className="mood-word" data-part="word">
							{words.moods[mood]}
						</span>{' '}
						<span className="mood-percent" data-part="percent">
							{words.moodPercent(percent)}
						</span>
						<PercentBar percent={percent} />
					</button>,
					' ',
				])}
			</form>
			<p className="mood-note">
				<a href={`/news/${slug}/counts`}>{messages().counts.link}</a>
			</p>
			{aside && <p data-part="aside">{aside}</p>}
		</section>
	)
}
