import { formatCount } from '@/lib/format-count'
import styles from './votes.module.css'

export type PeriodShown = {
	name: string
	moodVotes: number
	ratings: number
	countedLater: number
	waiting: number
	discarded: number
}

/** Votes of a story by period. It scrolls within its frame, also by keyboard. */
export function PeriodTable({ periods }: { periods: PeriodShown[] }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame is reached by keyboard.
		<section className={styles.frame} tabIndex={0} aria-label="Votes by time">
			<table>
				<thead>
					<tr>
						<th scope="col">Time</th>
						<th scope="col">Moods counted</th>
						<th scope="col">Ratings counted</th>
						<th scope="col">Set aside first</th>
						<th scope="col">Waiting</th>
						<th scope="col">Discarded</th>
					</tr>
				</thead>
				<tbody>
					{periods.map(({ name, moodVotes, ratings, countedLater, waiting, discarded }) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							<td>{formatCount(moodVotes)}</td>
							<td>{formatCount(ratings)}</td>
							<td>{formatCount(countedLater)}</td>
							<td>{formatCount(waiting)}</td>
							<td>{formatCount(discarded)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	)
}
