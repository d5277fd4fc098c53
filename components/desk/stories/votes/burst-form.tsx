import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { formatCount } from '@/lib/format-count'
import styles from './votes.module.css'

/** A burst with its times in words. */
export type BurstShown = {
	id: string
	times: string
	waiting: number
	counted: number
	discarded: number
	choices: { name: string; votes: number }[]
}

type Props = { number: number; storyId: number; burst: BurstShown; reasonMax: number; action: FormAction }

/** The votes that one network cast beyond its rate, with the buttons that count or discard those that wait. */
export function BurstForm({ number, storyId, burst, reasonMax, action }: Props) {
	const { id, times, waiting, counted, discarded, choices } = burst
	return (
		<li className={styles.burst}>
			<h3>
				{number}. {times}
			</h3>
			<p>
				{formatCount(waiting)} waiting, {formatCount(counted)} counted, {formatCount(discarded)} discarded.
			</p>
			{choices.length > 0 && (
				<p className={styles.soft}>
					Waiting: {choices.map(({ name, votes }) => `${name} ${formatCount(votes)}`).join(', ')}.
				</p>
			)}
			{waiting > 0 && (
				<DeskForm
					id={`burst-${number}`}
					action={action}
					label={`${number}. ${times}`}
					className={styles.form}
				>
					<input type="hidden" name="story" value={storyId} />
					<input type="hidden" name="burst" value={id} />
					<TextField
						name="reason"
						label="Reason"
						hint="Readers see it on the page of counts, without your name."
						maxLength={reasonMax}
						required
					/>
					<div className={styles.buttons}>
						<Submit name="outcome" value="release">
							Count them
						</Submit>
						<Submit name="outcome" value="discard" variant="danger">
							Discard them
						</Submit>
					</div>
				</DeskForm>
			)}
		</li>
	)
}
