import { formatCount } from '@/lib/format-count'
import styles from './ads.module.css'

type Day = { day: string; impressions: number; clicks: number }

/** The rules of counting. */
export const Counting = () => (
	<details className={styles.counting}>
		<summary>How this is counted</summary>
		<p className={styles.soft}>
			On this server, without cookies and without storing readers: seen when it comes into view, or in a
			browser without scripts when its page is loaded; followed when its link is. Reloads count again.
			Programs that name themselves, and browsers that ask not to be tracked, are left out; other programs
			cannot be told apart. Counts are written every few seconds.
		</p>
	</details>
)

/** State of an advertisement in words, and its counts by day. */
export function AdCounts({ days, state }: { days: Day[]; state: string }) {
	return (
		<section className={styles.add} aria-labelledby="counts-heading">
			<h2 id="counts-heading">Seen and followed</h2>
			<p className={styles.soft}>{state}.</p>
			{days.length === 0 ? (
				<p className={styles.soft}>No reader has seen it yet.</p>
			) : (
				<table className={styles.counts}>
					<thead>
						<tr>
							<th scope="col">Day</th>
							<th scope="col">Seen</th>
							<th scope="col">Followed</th>
						</tr>
					</thead>
					<tbody>
						{days.map(({ day, impressions, clicks }) => (
							<tr key={day}>
								<th scope="row">{day}</th>
								<td>{formatCount(impressions)}</td>
								<td>{formatCount(clicks)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<Counting />
		</section>
	)
}
