import { PercentBar } from '@/components/layout/percent-bar'
import { formatCount } from '@/lib/format-count'
import { messages } from '@/lib/messages/messages'
import type { Mood } from '@/lib/moods'
import { percentages } from '@/lib/percent'
import styles from './overview.module.css'

/** Shares of the moods in the votes of today; null without one. */
export function MoodShares({ moods }: { moods: { mood: Mood; votes: number }[] }) {
	if (moods.every(({ votes }) => votes === 0)) return null
	const shares = percentages(moods.map(({ votes }) => votes))
	return (
		<table className={styles.moods}>
			<caption>Felt today</caption>
			<thead>
				<tr>
					<th scope="col">Mood</th>
					<th scope="col">Share</th>
					<th scope="col">Votes</th>
				</tr>
			</thead>
			<tbody>
				{moods.map(({ mood, votes }, index) => (
					<tr key={mood}>
						<th scope="row">{messages().responses.moods[mood]}</th>
						<td>
							<span className={styles.share}>
								<PercentBar percent={shares[index] ?? 0} />
								{shares[index]}%
							</span>
						</td>
						<td>{formatCount(votes)}</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}
