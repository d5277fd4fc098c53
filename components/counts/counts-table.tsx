import type { VoteCounts } from '@/domain/votes/counts'
import { messages } from '@/lib/messages/messages'
import { MOODS } from '@/lib/moods'
import styles from './counts.module.css'
import { periodName } from './period-names'

type Props = { counts: VoteCounts; language: string; label: string }

/** The votes of a story by period, and their sum. It scrolls within its frame, also by keyboard. */
export function CountsTable({ counts: { unit, periods, total }, language, label }: Props) {
	const { counts: words, responses } = messages()
	const rows = [
		...periods.map((period) => ({ name: periodName(period, unit, language), ...period })),
		{ name: words.sum, from: 'sum', ...total },
	]
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame is reached by keyboard.
		<section className={styles.frame} tabIndex={0} aria-label={label}>
			<table className={styles.table}>
				<thead>
					<tr>
						<th scope="col">{words.period}</th>
						{MOODS.map((mood) => (
							<th scope="col" key={mood}>
								{responses.moods[mood]}
							</th>
						))}
						<th scope="col">{words.moodVotes}</th>
						<th scope="col">{words.ratings}</th>
						<th scope="col">{words.countedLater}</th>
						<th scope="col">{words.waiting}</th>
						<th scope="col">{words.discarded}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ name, from, moods, moodVotes, ratings, countedLater, waiting, discarded }) => (
						<tr key={from}>
							<th scope="row">{name}</th>
							{[
								...MOODS.map((mood) => moods[mood]),
								moodVotes,
								ratings,
								countedLater,
								waiting,
								discarded,
							].map((votes, index) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: the columns have a fixed order.
								<td key={index}>{words.votes(votes)}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	)
}
