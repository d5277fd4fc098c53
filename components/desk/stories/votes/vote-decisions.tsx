import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { formatCount } from '@/lib/format-count'
import styles from './votes.module.css'

export type DecisionShown = {
	id: number
	outcome: 'release' | 'discard'
	votes: number
	reason: string
	time: string
	/** Null if the decision stands. */
	undone: string | null
}

type Props = { storyId: number; decisions: DecisionShown[]; action: FormAction }

/** The decisions about votes of a story; each that stands can be undone. */
export function VoteDecisions({ storyId, decisions, action }: Props) {
	return (
		<ol className={styles.list}>
			{decisions.map(({ id, outcome, votes, reason, time, undone }) => (
				<li key={id} className={styles.burst}>
					<p>
						{time}: {formatCount(votes)} {outcome === 'release' ? 'counted' : 'discarded'}.
					</p>
					<p dir="auto">{reason}</p>
					{undone === null ? (
						<DeskForm id={`vote-decision-${id}`} action={action} label={`Decision ${id}, ${time}`}>
							<input type="hidden" name="story" value={storyId} />
							<input type="hidden" name="decision" value={id} />
							<Submit label={`Undo decision ${id}, ${time}`}>Undo</Submit>
						</DeskForm>
					) : (
						<p className={styles.soft}>Undone {undone}.</p>
					)}
				</li>
			))}
		</ol>
	)
}
