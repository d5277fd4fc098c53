import { Bar } from '@/components/layout/bar'
import type { MoodTally } from '@/domain/moods'
import type { Mood } from '@/lib/moods'
import { Face } from './face'
import styles from './moods.module.css'

type Props = { slug: string; tally: MoodTally; mine: Mood | null }

/** Six buttons in a form. The chosen one withdraws the mood; any other moves it. */
export function Moods({ slug, tally, mine }: Props) {
	return (
		<section className={styles.moods} id="moods" tabIndex={-1} aria-labelledby="moods-title">
			<h2 className={styles.title} id="moods-title">
				How does this story leave you?
			</h2>
			<p className={styles.note}>{noteOn(tally.total, mine)}</p>
			<form className={styles.cells} method="post" action={`/news/${slug}/moods`}>
				{tally.rows.map(({ mood, votes, percent }) => (
					<button
						type="submit"
						className={`${styles.cell} ${styles[mood]}`}
						key={mood}
						name="mood"
						value={mood === mine ? 'withdraw' : mood}
						aria-pressed={mood === mine}
					>
						<Face mood={mood} />
						<span className={styles.word}>{NAMES[mood]}</span>
						<span className={styles.hidden}>, </span>
						<span className={styles.percent}>{percent} %</span>
						<span className={styles.hidden}>, {votes === 1 ? '1 vote' : `${votes} votes`}</span>
						<Bar percent={percent} />
					</button>
				))}
			</form>
		</section>
	)
}

const NAMES: Record<Mood, string> = {
	happy: 'Happy',
	sad: 'Sad',
	excited: 'Excited',
	sleepy: 'Sleepy',
	angry: 'Angry',
	surprise: 'Surprise',
}

function noteOn(total: number, mine: Mood | null): string {
	if (total === 0) return 'Nobody has said yet. Yours would be the first.'
	const count = total === 1 ? '1 reader has answered.' : `${total} readers have answered.`
	return mine ? `${count} Choose yours again to take it back.` : count
}
