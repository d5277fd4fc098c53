import type { Hour } from '@/domain/responses-by-hour'
import { formatCount } from '@/lib/format-count'
import styles from './overview.module.css'

type Props = { title: string; unit: string; hours: Hour[] }

/** Size of the drawing in its own units; the style sheet fits it to the column. */
const WIDTH = 480
const HEIGHT = 110
const BAR_GAP = 4
/** Hours between two labels below the drawing, four of equal width. */
const LABEL_EVERY = 6

/** Counts by hour: bars for today, a line for the mean of the last seven days, and the same as a table. */
export function HourChart({ title, unit, hours }: Props) {
	if (hours.every(({ today, mean }) => !today && mean === 0))
		return (
			<div>
				<h3>{title}</h3>
				<p className={styles.soft}>None today, and none in the seven days before.</p>
			</div>
		)
	const top = Math.max(1, ...hours.map(({ today, mean }) => Math.max(today ?? 0, mean)))
	const step = WIDTH / hours.length
	const heightOf = (value: number) => (value / top) * HEIGHT
	const line = hours
		.map(({ mean }, index) => {
			const y = round(HEIGHT - heightOf(mean))
			return `${index === 0 ? 'M' : 'L'}${round(index * step)} ${y}H${round((index + 1) * step)}`
		})
		.join('')
	return (
		<figure className={styles.chart}>
			<figcaption>
				<h3>{title}</h3>
				<p>{summaryOf(hours, unit)}</p>
			</figcaption>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
				<path className={styles.axis} d={`M0 ${HEIGHT}H${WIDTH}`} />
				{hours.map(({ label, today }, index) =>
					today ? (
						<rect
							key={label + String(index)}
							className={styles.bar}
							x={round(index * step + BAR_GAP / 2)}
							y={round(HEIGHT - heightOf(today))}
							width={round(step - BAR_GAP)}
							height={round(heightOf(today))}
						/>
					) : null,
				)}
				<path className={styles.mean} d={line} />
			</svg>
			<div className={styles.hours} aria-hidden="true">
				{hours
					.filter((_, index) => index % LABEL_EVERY === 0)
					.map(({ label }) => (
						<span key={label}>{label}</span>
					))}
			</div>
			<details>
				<summary>{title} as a table</summary>
				<table>
					<thead>
						<tr>
							<th scope="col">Hour</th>
							<th scope="col">Today</th>
							<th scope="col">Mean of 7 days</th>
						</tr>
					</thead>
					<tbody>
						{hours.map(({ label, today, mean }, index) => (
							<tr key={label + String(index)}>
								<th scope="row">{label}</th>
								<td>{today ?? '–'}</td>
								<td>{round(mean)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
		</figure>
	)
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Compares the hours of today that are over or running with their means. */
function summaryOf(hours: Hour[], unit: string): string {
	const so = hours.filter(({ today }) => today !== null)
	const today = so.reduce((sum, hour) => sum + (hour.today ?? 0), 0)
	const mean = so.reduce((sum, hour) => sum + hour.mean, 0)
	return `${formatCount(today)} ${unit} today so far (bars); ${formatCount(round(mean))} up to this hour on a mean day of the last seven (line)`
}
