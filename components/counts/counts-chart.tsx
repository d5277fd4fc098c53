import type { VoteCounts, VotePeriod } from '@/domain/votes/counts'
import { MOODS, type Mood } from '@/lib/moods'
import styles from './counts.module.css'
import { periodName } from './period-names'

/** Size of the drawing in its own units; the style sheet fits it to the column. */
const WIDTH = 640
const HEIGHT = 160
const BAR_GAP_MAX = 4

type Props = Pick<VoteCounts, 'periods' | 'unit'> & {
	language: string
	/** Draws the share of each mood in a period instead of its votes. */
	shares?: boolean
}

/**
 * Mood votes by period as stacked bars, with the votes set aside above them. The table beside it says the same, so that
 * screen readers skip both the drawing and its ends.
 */
export function CountsChart({ periods, unit, language, shares }: Props) {
	const [first, last] = [periods[0], periods.at(-1)]
	return (
		<>
			<Bars periods={periods} shares={shares} />
			<p className={styles.ends} aria-hidden="true">
				{first && <span>{periodName(first, unit, language)}</span>}{' '}
				{last && last !== first && <span>{periodName(last, unit, language)}</span>}
			</p>
		</>
	)
}

function Bars({ periods, shares = false }: Pick<Props, 'periods' | 'shares'>) {
	const asideIn = ({ waiting, discarded }: VotePeriod) => (shares ? 0 : waiting + discarded)
	const top = Math.max(1, ...periods.map((period) => period.moodVotes + asideIn(period)))
	const step = WIDTH / periods.length
	const gap = Math.min(BAR_GAP_MAX, step / 4)
	return (
		<svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
			{periods.map((period, index) => {
				const scale = HEIGHT / (shares ? Math.max(1, period.moodVotes) : top)
				const frame = { x: round(index * step + gap / 2), width: round(step - gap) }
				return (
					<g key={period.from}>
						{stacked(period, scale).map(({ mood, y, height }) => (
							<rect key={mood} className={styles[mood]} {...frame} y={y} height={height} />
						))}
						{asideIn(period) > 0 && (
							<rect
								className={styles.aside}
								{...frame}
								y={round(HEIGHT - (period.moodVotes + asideIn(period)) * scale)}
								height={round(asideIn(period) * scale)}
							/>
						)}
					</g>
				)
			})}
			<path className={styles.axis} d={`M0 ${HEIGHT}H${WIDTH}`} />
		</svg>
	)
}

function stacked({ moods }: VotePeriod, scale: number): { mood: Mood; y: number; height: number }[] {
	let below = 0
	return MOODS.filter((mood) => moods[mood] > 0).map((mood) => {
		below += moods[mood]
		return { mood, y: round(HEIGHT - below * scale), height: round(moods[mood] * scale) }
	})
}

const round = (value: number): number => Math.round(value * 10) / 10
